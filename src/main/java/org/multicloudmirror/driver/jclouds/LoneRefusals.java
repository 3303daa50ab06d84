package org.multicloudmirror.driver.jclouds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.QuirkMemory;

/**
 * Requests that are refused (401) with a token that works. Ceph's gateway says so of what is not allowed, and services whose
 * nodes disagree say it now and then. The same request, refused some times in a row, is denied: how often depends on
 * which of both the service was seen to do. Safe for use by many threads.
 */
final class LoneRefusals {

    /** What the service does when it refuses a token that works. */
    private enum Habit {
        /** It goes on refusing the request. */
        DENIES(2),
        /** It takes the same request with the same token a little later. */
        WAVERS(8);

        private final int enough;

        Habit(int enough) {
            this.enough = enough;
        }
    }

    /** Before that is known: at a service that refuses one of twenty, one of some hundred thousand meets it. */
    private static final int ENOUGH = 4;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    /** What was refused, how often in a row, and with which token. */
    private record Refused(int times, SwiftAccess.Session session) {}

    /** A request that was not refused for its token. */
    private record Use(SwiftAccess.Session session, Instant sent) {}

    private final Learnt<Habit> habit;
    private final Map<String, Refused> refused = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refused> eldest) {
            return size() > MOST;
        }
    };

    private volatile boolean isEmpty = true;
    private volatile @Nullable Use last;

    /**
     * @param store its name, for messages
     */
    LoneRefusals(String store, InstantSource clock) {
        this.habit = new Learnt<>(new QuirkMemory(store, REMEMBERED, clock));
    }

    /**
     * A request was not refused for its token.
     *
     * @param request its method and target
     */
    void served(String request, SwiftAccess.Session session, Instant sent) {
        worked(session, sent);
        if (!isEmpty) {
            recovered(request, session);
        }
    }

    /** A token was good for something. */
    void worked(SwiftAccess.Session session, Instant sent) {
        Use before = last;
        if (before == null || before.sent().isBefore(sent)) {
            last = new Use(session, sent);
        }
    }

    private synchronized void recovered(String request, SwiftAccess.Session session) {
        Refused before = refused.remove(request);
        isEmpty = refused.isEmpty();
        if (before != null && before.session().equals(session)) {
            habit.learn(Learnt.STORE, Habit.WAVERS);
        }
    }

    /** Whether a token was good for a request that went out no sooner than another. */
    boolean hasWorkedSince(SwiftAccess.Session session, Instant sent) {
        Use use = last;
        return use != null && use.session().equals(session) && !use.sent().isBefore(sent);
    }

    /** Counts the refusal of a request whose token works, and tells whether it is denied. */
    synchronized boolean isDenied(String request, SwiftAccess.Session session) {
        Refused before = refused.remove(request);
        int times = before == null ? 1 : before.times() + 1;
        boolean isDenied =
                times >= habit.of(Learnt.STORE).map(known -> known.enough).orElse(ENOUGH);
        if (!isDenied) {
            refused.put(request, new Refused(times, session));
        } else if (!habit.is(Learnt.STORE, Habit.WAVERS)) {
            habit.learn(Learnt.STORE, Habit.DENIES);
        }
        isEmpty = refused.isEmpty();
        return isDenied;
    }
}
