package org.multicloudmirror.mirror.parts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.OwnLimits;
import org.multicloudmirror.storage.SentPart;

/**
 * The parts that are under way, over all objects. Of one object, an earlier part never waits for a later one; the objects
 * take turns, for the parts of one may have to wait for each other.
 */
final class PartPool {

    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final Queue<Deque<FutureTask<SentPart>>> objects = new ArrayDeque<>();

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
     * @param send sends one, and lets the others fail when it does
     * @param abandon lets those fail that are under way or to come
     * @throws RuntimeException the failure of the first part that failed, with those of others suppressed
     */
    List<SentPart> sendAll(List<PartPlan.Part> parts, Function<PartPlan.Part, SentPart> send, Runnable abandon) {
        List<SentPart> sent = new ArrayList<>(parts.size());
        RuntimeException failure = null;
        boolean interrupted = false;
        for (Future<SentPart> part : begin(parts, send)) {
            while (true) {
                try {
                    sent.add(part.get());
                    break;
                } catch (InterruptedException e) {
                    // no part may outlive its object's upload
                    interrupted = true;
                    abandon.run();
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

    private List<FutureTask<SentPart>> begin(List<PartPlan.Part> parts, Function<PartPlan.Part, SentPart> send) {
        Limits limits = OwnLimits.current();
        List<FutureTask<SentPart>> tasks = parts.stream()
                .map(part -> new FutureTask<>(() -> {
                    OwnLimits.enter(limits);
                    return send.apply(part);
                }))
                .toList();
        synchronized (objects) {
            objects.add(new ArrayDeque<>(tasks));
        }
        tasks.forEach(task -> threads.execute(() -> next().run()));
        return tasks;
    }

    /** The next part of the object whose turn it is: there are as many as there are calls of this. */
    private FutureTask<SentPart> next() {
        synchronized (objects) {
            Deque<FutureTask<SentPart>> object = objects.remove();
            FutureTask<SentPart> part = object.remove();
            if (!object.isEmpty()) {
                objects.add(object);
            }
            return part;
        }
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
