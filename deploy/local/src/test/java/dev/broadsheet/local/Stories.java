package dev.broadsheet.local;

/** Stories in Markdown that go on pages of tests which follow ids: as unlike each other as stories of one page are. */
public final class Stories {

    public static final String SCHOOL = """
            # 云汀市第七小学启用新校舍

            本报讯（记者 林小满）云汀市第七小学昨日启用新校舍，占地37亩，可容纳学生910人，总投资1300万元。
            """;
    public static final String FERRY = """
            # 临川渡口恢复通航

            本报讯（记者 沈一舟）临川渡口经过三个月的维修，昨日上午恢复通航，每日往返十二班，方便两岸群众赶集。
            """;
    public static final String LIBRARY = """
            # 江心洲图书馆夜间开放

            本报讯（记者 何清）江心洲图书馆从本周起每晚开放到十点，新添座位二百个，读者凭市民卡入馆。
            """;

    public static final String BRIDGE = """
            # 云汀大桥主桥合龙

            本报讯（记者 林小满）昨日上午，云汀大桥主桥顺利合龙，标志着全长三千二百米的大桥全线贯通，预计明年通车。
            """;
    public static final String HARVEST = """
            # 早稻开镰

            本报讯（记者 江一帆）眼下正是早稻收割时节，临川县十二万亩早稻陆续开镰，农机手日夜奋战在田间地头。
            """;

    private Stories() {}
}
