package org.multicloudmirror.mirror.list;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.BrokenDownException;
import org.multicloudmirror.storage.Waiting;

/**
 * Fetches the pages of a run on other threads, so that a run that is to stop waits for none of them: nothing is lost with
 * a page, while its store may stall, and its request be repeated, for minutes.
 *
 * @param threads fetch a page each
 */
record PageFetcher(Run run, Executor threads) {

    /** How often who waits for a page looks whether the run goes on, in milliseconds. */
    private static final long LOOK = 200;

    /**
     * Asks for a page and waits for it.
     *
     * @throws ListingStoppedException when the run is to stop, before or meanwhile
     */
    <T> T fetched(Supplier<T> request) {
        if (run.isStopping()) {
            throw new ListingStoppedException();
        }
        return arrived(begin(request));
    }

    /** Begins to ask for a page, or for something else that the listing needs. */
    <T> CompletableFuture<T> begin(Supplier<T> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    run.copies().enter();
                    try {
                        return Waiting.until(run::isStopping, request);
                    } finally {
                        CopyRun.leave();
                    }
                },
                threads);
    }

    /**
     * The answer to what was begun, once it is there.
     *
     * @throws ListingStoppedException when the run is to stop before that
     */
    <T> T arrived(CompletableFuture<T> answer) {
        try {
            while (!run.isStopping()) {
                try {
                    return answer.get(LOOK, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // not yet
                }
            }
        } catch (ExecutionException e) {
            if (run.letsGoOf(e.getCause())) {
                throw new ListingStoppedException();
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e.getCause() instanceof Error error ? BrokenDownException.of(error) : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // the run may go on, and what was waited for would be missing from it
            throw new IllegalStateException("the listing was broken off from within the process", e);
        }
        throw new ListingStoppedException();
    }
}
