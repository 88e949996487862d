package dev.broadsheet.local.command;

import dev.broadsheet.replay.ReplayProgress;

/** Passes on to the terminal how a replay gets on. */
final class ReplayTold implements ReplayProgress {

    private final Progress progress;
    private final String what;
    private boolean begun;
    private boolean waiting;

    /** @param what is counted: pages or articles */
    ReplayTold(Progress progress, String what) {
        this.progress = progress;
        this.what = what;
    }

    @Override
    public void resumed(long read) {
        progress.say("an interrupted replay goes on after %,d %s".formatted(read, what));
    }

    @Override
    public void read(long done, long total, long replayed) {
        if (!begun) {
            progress.begin(what, total);
            begun = true;
        }
        progress.at(done);
    }

    @Override
    public void waiting(long backlog) {
        if (!waiting) {
            progress.say("everything is sent; waiting for the pipeline to finish it");
            waiting = true;
        }
    }
}
