package dev.broadsheet.segment;

import java.util.List;

/**
 * Estimates, line by line, how wide the column is in which a line is set, from the lines around it: in a column that
 * breaks its lines hard, most lines are equally wide. Text with a paragraph a line has no column.
 */
final class Columns {

    /** Wider lines than this are whole paragraphs, not lines of a column. */
    private static final double WIDEST = 60;

    private static final int WINDOW = 7;
    private static final int FEWEST = 3;
    private static final double SLACK = 2.0;
    private static final double WIDER = 8;

    /** A line wider than this is hardly one of a newspaper's column. */
    private static final double PARAGRAPH = 40;

    private static final double PARAGRAPHS = 0.6;

    private Columns() {}

    /** Width of each line's column in full-width units; 0 where it stands in none. */
    static double[] widths(List<Printed> lines) {
        double[] columns = new double[lines.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = width(lines, i);
        }
        return columns;
    }

    private static double width(List<Printed> lines, int center) {
        int from = Math.max(0, center - WINDOW);
        int to = Math.min(lines.size(), center + WINDOW + 1);
        double best = 0;
        double bestScore = 0;
        for (int i = from; i < to; i++) {
            double width = lines.get(i).width();
            if (width > WIDEST || width < 5) {
                continue;
            }
            double score = 0;
            for (int j = from; j < to; j++) {
                double other = lines.get(j).width();
                if (other <= width + 0.5 && other >= width - SLACK && flows(lines, j)) {
                    score += 1.0 / (1 + 0.15 * Math.abs(j - center));
                }
            }
            if (score > bestScore || score == bestScore && width > best) {
                best = width;
                bestScore = score;
            }
        }
        int support = 0;
        for (int j = from; j < to; j++) {
            double other = lines.get(j).width();
            support += other <= best + 0.5 && other >= best - SLACK && flows(lines, j) ? 1 : 0;
        }
        return support >= FEWEST && !isAmongParagraphs(lines, center) ? best : 0;
    }

    /** Whether most of the text around is set a paragraph a line, so that equal short lines are headings, no column. */
    private static boolean isAmongParagraphs(List<Printed> lines, int center) {
        double all = 0;
        double wide = 0;
        for (int j = Math.max(0, center - 2 * WINDOW); j < Math.min(lines.size(), center + 2 * WINDOW + 1); j++) {
            double width = lines.get(j).width();
            all += width;
            wide += width > PARAGRAPH ? width : 0;
        }
        return wide > all * PARAGRAPHS;
    }

    /** Whether the line runs on in the next without a break, as lines of a column do; over a much wider one it does not. */
    private static boolean flows(List<Printed> lines, int i) {
        Printed line = lines.get(i);
        boolean more = i + 1 < lines.size()
                && !lines.get(i + 1).apart()
                && lines.get(i + 1).width() <= line.width() + WIDER;
        return !line.ended() && more && !line.line().markup().isHeading();
    }
}
