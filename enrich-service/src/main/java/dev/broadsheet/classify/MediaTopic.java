package dev.broadsheet.classify;

/**
 * One concept of the IPTC Media Topics.
 *
 * @param code eight digits, without the medtop: prefix
 * @param broader code of the broader concept; null at the top level
 * @param labelZh IPTC's Chinese label
 * @param labelEn IPTC's English label
 */
public record MediaTopic(String code, String broader, String labelZh, String labelEn) {

    /** Whether this is one of the 17 top-level topics. */
    public boolean isTopLevel() {
        return broader == null;
    }
}
