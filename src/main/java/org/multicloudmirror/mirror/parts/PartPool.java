package org.multicloudmirror.mirror.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.SentPart;

/**
 * The parts that are under way, over all objects. First come, first served: of one object, an earlier part never waits
 * for a later one.
 */
final class PartPool {

    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    /**
     * @param inFlight how many parts are under way at a time
     */
    PartPool(int inFlight) {
        threads = new ThreadPoolExecutor(
                inFlight, inFlight, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "part");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Sends all parts of an object; returns when none is under way any more.
     *
     * @throws RuntimeException the failure of the first part that failed, with those of others suppressed
     */
    List<SentPart> sendAll(List<PartPlan.Part> parts, PartTransfer transfer) {
        List<Future<SentPart>> underWay = new ArrayList<>(parts.size());
        for (PartPlan.Part part : parts) {
            underWay.add(threads.submit(() -> transfer.send(part)));
        }
        List<SentPart> sent = new ArrayList<>(parts.size());
        RuntimeException failure = null;
        boolean interrupted = false;
        for (Future<SentPart> part : underWay) {
            while (true) {
                try {
                    sent.add(part.get());
                    break;
                } catch (InterruptedException e) {
                    // no part may outlive its object's upload
                    interrupted = true;
                    transfer.abandon();
                } catch (ExecutionException e) {
                    failure = worse(failure, e.getCause());
                    break;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        return sent;
    }

    /** That a part was given up for another's sake says nothing. */
    private static RuntimeException worse(@Nullable RuntimeException known, @Nullable Throwable failure) {
        RuntimeException found =
                failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
        if (known == null || (known instanceof PartsBrokenException && !(found instanceof PartsBrokenException))) {
            return found;
        }
        if (found != known && !(found instanceof PartsBrokenException)) {
            known.addSuppressed(found);
        }
        return known;
    }
}
