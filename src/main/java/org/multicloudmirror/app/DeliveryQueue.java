package org.multicloudmirror.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be told of one scenario, in the order of its runs. When too much does, what matters least gives up its
 * place: the oldest that is no failure and no recovery from one. For one thread at a time.
 */
final class DeliveryQueue {

    private final Deque<Told> waiting = new ArrayDeque<>();
    private final int most;

    /** Whether the run that was told of last did not end well. */
    private boolean hasFailed;

    /**
     * @param most how many wait
     * @param first what is being told
     */
    DeliveryQueue(int most, Told first) {
        this.most = most;
        taken(first);
    }

    /** Adds one; gives the one that gives up its place for it. */
    @Nullable
    Told add(Told told) {
        waiting.add(told);
        return waiting.size() > most ? giveUp() : null;
    }

    private Told giveUp() {
        boolean isBehindFailure = hasFailed;
        for (Iterator<Told> each = waiting.iterator(); each.hasNext(); ) {
            Told told = each.next();
            if (!told.isFailure() && !(told.isEnd() && isBehindFailure)) {
                each.remove();
                return told;
            }
            isBehindFailure = told.isEnd() ? told.isFailure() : isBehindFailure;
        }
        return waiting.remove();
    }

    /** The next one; null when there is none. */
    @Nullable
    Told next() {
        Told next = waiting.poll();
        if (next != null) {
            taken(next);
        }
        return next;
    }

    private void taken(Told told) {
        hasFailed = told.isEnd() ? told.isFailure() : hasFailed;
    }

    /** Takes all of them. */
    List<Told> clear() {
        List<Told> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
