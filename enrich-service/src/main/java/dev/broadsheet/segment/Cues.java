package dev.broadsheet.segment;

/**
 * What the practice of newspapers tells of one line, whatever surrounds it.
 *
 * @param opening how a story begins here (本报讯, 据新华社…电); null where no such words are
 * @param timed whether a clause begins here with its time: 近日，, 7月15日至18日，
 * @param speaks whether a clause begins here that says who speaks: 县长林一在主持会议时指出，
 * @param first whether the first of several numbered items begins here: 一、报名时间
 * @param jumpFrom page from which a story goes on here; null where none
 * @param jumpTo page to which a story goes on after this line; null where none
 * @param byline names of a line that is a byline and nothing else; null where it is none
 * @param signOff whether that byline closes what is above it: （林一帆） in brackets, or the signature of a notice or letter
 * @param credit a picture credit at the end of the line: … 林一 摄; null where none
 * @param label a label over a headline (延伸报道); null where none
 * @param note whether the line names an editor's note: 编者按
 * @param caption whether the line begins as a caption: 图为
 * @param scenes how many words of a described scene it holds: 正在
 * @param closing whether a letter or notice closes with it: 此致, 敬礼, 咨询电话：
 * @param furniture which kind of furniture it looks like: header, imprint, section, folio; null where none
 */
record Cues(
        String opening,
        boolean timed,
        boolean speaks,
        boolean first,
        String jumpFrom,
        String jumpTo,
        Credits byline,
        boolean signOff,
        Credits credit,
        String label,
        boolean note,
        boolean caption,
        int scenes,
        boolean closing,
        String furniture) {

    Cues withoutOpening() {
        return new Cues(
                null, timed, speaks, first, jumpFrom, jumpTo, byline, signOff, credit, label, note, caption, scenes,
                closing, furniture);
    }

    /** @param closes whether it closes what is above it */
    Cues withByline(Credits names, boolean closes) {
        return new Cues(
                opening, timed, speaks, first, jumpFrom, jumpTo, names, closes, credit, label, note, caption, scenes,
                closing, furniture);
    }

    /** Whether a story begins here. */
    boolean begins() {
        return opening != null || jumpFrom != null;
    }

    /** Whether it names another page: a line of the contents box, or one that says where a story goes on or comes from. */
    boolean isPointer() {
        return "teaser".equals(furniture) || jumpFrom != null || jumpTo != null;
    }

    /** Whether a story ends here. */
    boolean ends() {
        return jumpTo != null;
    }
}
