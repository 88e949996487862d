package dev.broadsheet.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;

/**
 * Whether bytes can be a page at all. Only what is certain is refused here: raw stays raw, and reading a page is the
 * stream's work. Certain are: nothing but blanks; bytes that are no text in the charset their sender declared; and,
 * where none was declared, zero bytes that no Unicode encoding explains (an image, a PDF, an archive).
 */
final class PageContent {

    /**
     * What a sender means by these names: editors' systems write gb2312 and big5 and use characters of the supersets
     * (镕, 堃), as the WHATWG's Encoding Standard records for the web.
     */
    private static final Map<String, String> SUPERSETS = Map.of(
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "Big5", "Big5-HKSCS");

    private PageContent() {}

    /**
     * Refuses what can never become text.
     *
     * @param charset as declared, in any case and under any alias; null where nobody said
     * @return IANA name of the charset that reads the bytes: the declared one, or where it does not and its superset
     *     does, that; null where nobody said
     */
    static String check(byte[] content, String charset) {
        if (content.length == 0) {
            throw empty();
        }
        if (charset == null) {
            checkUndeclared(content);
            return null;
        }
        Charset declared = charset(charset);
        String superset = SUPERSETS.get(declared.name());
        boolean wider = superset != null && decode(content, declared) == null;
        return requireReads(content, wider ? charset(superset) : declared);
    }

    private static String requireReads(byte[] content, Charset charset) {
        CharBuffer text = decode(content, charset);
        if (text == null) {
            throw new PageRefusedException(
                    Refusal.UNREADABLE_CHARSET,
                    "The page's bytes are not " + charset.name()
                            + "; declare the right charset, or none to have it detected.");
        }
        requireInk(text);
        return charset.name();
    }

    private static void checkUndeclared(byte[] content) {
        CharBuffer text = decode(content, StandardCharsets.UTF_8);
        if (text != null && !hasNul(text)) {
            requireInk(text);
        } else if (hasNul(content) && !looksLikeWideUnicode(content)) {
            throw new PageRefusedException(
                    Refusal.BINARY,
                    "The page has zero bytes and is neither UTF-16 nor UTF-32: it looks like an image, a PDF or an"
                            + " archive. Send its text, or declare the charset.");
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new PageRefusedException(
                    Refusal.BAD_CHARSET,
                    "\"" + PageMetadata.shorten(name) + "\" is not a charset this service knows; use an IANA name such"
                            + " as UTF-8 or GB18030, or none to have it detected.",
                    e);
        }
    }

    /** The text; null where the bytes are not in this charset. */
    private static CharBuffer decode(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void requireInk(CharBuffer text) {
        if (text.chars().allMatch(c -> Character.isWhitespace(c) || c == '\uFEFF' || c == 0)) {
            throw empty();
        }
    }

    private static PageRefusedException empty() {
        return new PageRefusedException(Refusal.EMPTY_PAGE, "The page holds no text; send it with its content.");
    }

    private static boolean hasNul(CharBuffer text) {
        return text.chars().anyMatch(c -> c == 0);
    }

    private static boolean hasNul(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether zero bytes have a good reason: a byte order mark, or pairs of bytes that spell characters which exist and
     * are printed. A short binary file may pass by luck; then the stream finds out and keeps it as a dead letter.
     */
    private static boolean looksLikeWideUnicode(byte[] content) {
        return startsWith(content, 0xFE, 0xFF)
                || startsWith(content, 0xFF, 0xFE)
                || startsWith(content, 0, 0, 0xFE, 0xFF)
                || isPrintable(decode(content, StandardCharsets.UTF_16BE))
                || isPrintable(decode(content, StandardCharsets.UTF_16LE));
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(CharBuffer text) {
        return text != null && text.codePoints().allMatch(PageContent::isPrinted);
    }

    private static boolean isPrinted(int c) {
        return switch (Character.getType(c)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            case Character.CONTROL -> Character.isWhitespace(c);
            default -> true;
        };
    }
}
