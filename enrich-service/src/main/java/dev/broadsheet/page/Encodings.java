package dev.broadsheet.page;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes a page's bytes: by its byte order mark, by the sender's word, or by trying the encodings in which Chinese pages
 * come (UTF-8, UTF-16 in both orders, GB18030, Big5) and taking the one whose text reads best. A text reads well when
 * its Chinese characters are common ones; bytes taken for the wrong encoding give rare ones. ICU's detector has a say
 * where two read alike.
 */
final class Encodings {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** So much of a text may be broken bytes before the encoding is taken to be another one. */
    private static final double TOLERATED = 0.01;

    private static final double NULS = 0.2;
    private static final double READABLE = 0.5;

    /** A control character speaks so much more against text than a letter for it. */
    private static final int BINARY = 6;

    private static final int SAMPLE = 64 * 1024;
    private static final double DETECTOR_SAY = 0.25;

    /** GB 2312 orders its 3,755 common characters before the rare ones, Big5 its 5,401. */
    private static final int GB_COMMON_LAST = 0xD7;

    private static final int BIG5_COMMON_LAST = 0xC6;

    private Encodings() {}

    /**
     * The bytes as text, without byte order mark.
     *
     * @param declared as the sender said; null: find out
     * @throws UnreadablePageException when they are no text in any encoding known here
     */
    static String decode(byte[] content, Charset declared) {
        Charset marked = byteOrderMark(content);
        if (marked != null) {
            return read(content, marked).substring(1);
        }
        if (declared != null) {
            String text = read(content, declared);
            if (broken(text) > Math.max(2, TOLERATED * text.length())) {
                throw new UnreadablePageException("the content is not " + declared.name()
                        + " as declared; send it without a charset to have it detected");
            }
            return text;
        }
        return detect(content);
    }

    private static Charset byteOrderMark(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(content, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String detect(byte[] content) {
        String utf8 = decode(content, StandardCharsets.UTF_8, false);
        if (utf8 != null && utf8.chars().filter(c -> c == 0).count() <= utf8.length() * NULS) {
            return utf8; // ASCII in UTF-16 is valid UTF-8 as well, but every other character of it is NUL
        }
        byte[] sample = Arrays.copyOf(content, Math.min(content.length, SAMPLE) & ~1);
        Map<String, Integer> detector = detector(sample);
        Charset best = null;
        double bestScore = READABLE;
        for (Charset candidate : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                GB18030,
                BIG5,
                WINDOWS_1252)) {
            String text = decode(sample, candidate, true);
            double said = DETECTOR_SAY * detector.getOrDefault(candidate.name(), 0) / 100;
            double score = readability(text) + (broken(text) > 1 ? -4.0 * broken(text) / text.length() : 0) + said;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        if (best == null) {
            throw new UnreadablePageException(
                    "the content is no text in UTF-8, UTF-16, GB18030 or Big5; declare its charset, or send text");
        }
        return read(content, best);
    }

    private static Map<String, Integer> detector(byte[] sample) {
        Map<String, Integer> confidences = new HashMap<>();
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            confidences.put(match.getName(), match.getConfidence());
        }
        return confidences;
    }

    /** Share of the characters that a page can be expected to print, 0 to 1. */
    private static double readability(String text) {
        CharsetEncoder simplified = GB2312.newEncoder();
        CharsetEncoder traditional = BIG5.newEncoder();
        double good = 0;
        int printed = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == '\t' || c == ' ' || c == '\f') {
                continue;
            }
            printed++;
            if (c >= 0x4E00 && c <= 0x9FFF) {
                good += isCommon(c, simplified, traditional) ? 1 : 0.1;
            } else if (c >= 0x20 && c < 0x7F
                    || c >= 0x3000 && c <= 0x3020
                    || c >= 0xFF00 && c <= 0xFF65
                    || c >= 0x2010 && c <= 0x2027) {
                good += 1;
            } else if (Character.isISOControl(c)) {
                good -= BINARY;
            } else if (c >= 0xC0 && c < 0x250) {
                good += 0.6;
            }
        }
        return printed == 0 ? 0 : good / printed;
    }

    private static boolean isCommon(char c, CharsetEncoder simplified, CharsetEncoder traditional) {
        return lead(c, simplified) <= GB_COMMON_LAST || lead(c, traditional) <= BIG5_COMMON_LAST;
    }

    private static int lead(char c, CharsetEncoder encoder) {
        try {
            return encoder.encode(CharBuffer.wrap(new char[] {c})).get(0) & 0xFF;
        } catch (CharacterCodingException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** All of the text. A scanner misreads characters, but half a character at the end of UTF-16 means that the page was cut off. */
    private static String read(byte[] content, Charset charset) {
        if (charset.name().startsWith("UTF-16") && content.length % 2 != 0) {
            throw new UnreadablePageException("the content ends in the middle of a character: " + content.length
                    + " bytes cannot be " + charset.name() + "; it was cut off, send the whole page");
        }
        return decode(content, charset, true);
    }

    private static int broken(String text) {
        return (int) text.chars().filter(c -> c == '\uFFFD').count();
    }

    /** @return null where the bytes are malformed and {@code lenient} is false */
    private static String decode(byte[] content, Charset charset, boolean lenient) {
        CodingErrorAction action = lenient ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        try {
            return charset.newDecoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
