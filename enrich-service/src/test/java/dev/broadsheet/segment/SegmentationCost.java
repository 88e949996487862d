package dev.broadsheet.segment;

import dev.broadsheet.page.Page;
import dev.broadsheet.page.PageReaders;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Prints what segmentation costs as pages grow, in processor time, for text and for hostile noise: run its main. Cost
 * per kilobyte should stay about the same from line to line. Not a test, since a test must not depend on time.
 */
final class SegmentationCost {

    private static final int[] SIZES = {20_000, 80_000, 320_000};

    private SegmentationCost() {}

    public static void main(String[] args) {
        Map<String, Function<Random, String>> kinds = new LinkedHashMap<>();
        kinds.put(
                "stories",
                random -> "本报讯（记者 江一帆）云汀市" + random.nextInt(900) + "个村举行春耕大会。\n\n春耕" + random.nextInt(90) + "日开始\n\n");
        kinds.put(
                "random lines",
                random -> (char) (0x4E00 + random.nextInt(3_000)) + (random.nextInt(15) == 0 ? "\n" : ""));
        kinds.put("one line", random -> "" + (char) (0x4E00 + random.nextInt(3_000)));
        kinds.put("headings", random -> "# 标题" + random.nextInt(100) + "\n\n");
        kinds.put("brackets", random -> "（上接第");
        kinds.put("jumps", random -> "（上接第一版）村里修路，路通了，人\n\n");
        kinds.put("rows", random -> random.nextInt(9) + " 云汀队 9 8 1 0 25\n");
        kinds.put("verses", random -> "□ 林一帆\n潮水退了\n露出石头\n");
        kinds.put("bylines", random -> "□ 林一帆\n");
        kinds.put("blank lines", random -> random.nextInt(100) == 0 ? "云汀\n" : "       \n");
        kinds.put("nested quotes", random -> "> ".repeat(1 + random.nextInt(40)) + "# 云\n");
        kinds.put("nested lists", random -> " ".repeat(random.nextInt(40)) + "- 云\n# 汀\n");
        kinds.put("open marks", random -> "**_[`![");
        kinds.values().forEach(kind -> cost(page(kind, SIZES[1])));
        kinds.forEach((name, kind) -> {
            for (int size : SIZES) {
                Page page = page(kind, size);
                double millis = cost(page);
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-14s %8d characters %8.0f ms %8.1f µs a character",
                        name,
                        size,
                        millis,
                        1_000 * millis / size));
            }
        });
    }

    private static Page page(Function<Random, String> kind, int size) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append(kind.apply(random));
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        return new PageReaders().read(content, "text/plain", StandardCharsets.UTF_8, null, null, null);
    }

    private static double cost(Page page) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        new Segmenter().segment(page);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }
}
