package org.multicloudmirror.metrics;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.mirror.run.Run;

/** A run that has not ended, and when it last came further, as far as scrapes have seen. */
final class RunUnderWay {

    private final Run run;
    private final LongAdder outcomes = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private long[] seen = new long[0];
    private Instant moved;

    RunUnderWay(Run run) {
        this.run = run;
        this.moved = run.started();
    }

    Run run() {
        return run;
    }

    void arrived(boolean isSkip) {
        outcomes.increment();
        if (isSkip) {
            skipped.increment();
        }
    }

    /** How many outcomes of what was left out have arrived. */
    long skipped() {
        return skipped.sum();
    }

    /** When it last came further: at the last look that saw another figure than the one before. */
    synchronized Instant moved(Instant now) {
        Progress progress = run.progress();
        long[] figures = {progress.listed(), progress.queued(), progress.finished(), progress.bytes(), outcomes.sum()};
        if (!Arrays.equals(figures, seen)) {
            moved = seen.length == 0 ? moved : now;
            seen = figures;
        }
        return moved;
    }
}
