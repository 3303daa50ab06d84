package org.multicloudmirror.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.multicloudmirror.mirror.run.Run;

/** Ends one run as a signal ends all: copies in flight get their grace, then they are given up whole. */
final class Cancellation {

    private final Duration grace;

    Cancellation(Duration grace) {
        this.grace = grace;
    }

    /** How long copies in flight may go on. */
    Duration grace() {
        return grace;
    }

    void end(Run run) {
        run.interrupt();
        Executor later = CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            if (!run.ended().isDone()) {
                run.abandon();
            }
        });
    }
}
