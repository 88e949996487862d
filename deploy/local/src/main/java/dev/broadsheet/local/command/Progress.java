package dev.broadsheet.local.command;

import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells on standard error how far the work is: a bar on a terminal, a line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private final PrintWriter err;
    private final boolean quiet;
    private ProgressBar bar;
    private long total;
    private long told = -1;

    /** @param quiet true tells nothing */
    Progress(PrintWriter err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
    }

    /** One line about what begins now. */
    void say(String what) {
        if (!quiet) {
            endBar();
            err.println("broadsheet: " + what);
        }
    }

    /** Begins to count up to a total. */
    void begin(String what, long total) {
        if (quiet) {
            return;
        }
        this.total = total;
        if (System.console() == null) {
            err.println("broadsheet: " + what + " (" + total + ")");
            return;
        }
        bar = bar(what, total)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    /** With the time that passed and the time that is left. */
    static ProgressBarBuilder bar(String what, long total) {
        return new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK);
    }

    /** How far it is now. */
    void at(long done) {
        if (quiet) {
            return;
        }
        if (bar != null) {
            bar.stepTo(done);
            return;
        }
        // Where nobody watches a bar move, ten lines are enough.
        long tenth = total == 0 ? 10 : done * 10 / total;
        if (tenth > told) {
            told = tenth;
            err.println("broadsheet: " + done + " of " + total);
        }
    }

    @Override
    public void close() {
        endBar();
    }

    private void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        told = -1;
    }
}
