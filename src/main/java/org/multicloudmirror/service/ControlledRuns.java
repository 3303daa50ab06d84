package org.multicloudmirror.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.multicloudmirror.control.LastRun;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.mirror.run.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a trigger calls, and who triggers a scenario by hand: one run, unless it is paused. */
public final class ControlledRuns {

    private static final int REMEMBERED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ControlledRuns.class);

    private final ScheduledRuns runs;
    private final ScenarioRoutes routes;
    private final Pauses pauses;
    private final LastRuns lastRuns;
    private final Map<String, Instant> lastReturns = new ConcurrentHashMap<>();
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicLong tickets = new AtomicLong();
    private final Map<String, CompletableFuture<RunStatus>> triggered = Collections.synchronizedMap(new Remembered());

    ControlledRuns(ScheduledRuns runs, ScenarioRoutes routes, Pauses pauses, LastRuns lastRuns) {
        this.runs = runs;
        this.routes = routes;
        this.pauses = pauses;
        this.lastRuns = lastRuns;
    }

    /**
     * Runs a scheduled scenario and returns when it has ended; one that is paused does not run.
     *
     * @param name its route's id
     */
    public RunStatus run(String name) {
        try {
            if (pauses.isPaused(name)) {
                LOG.debug("{} is paused", name);
                return RunStatus.INTERRUPTED;
            }
            underWay.merge(name, 1, Integer::sum);
            return watched(name);
        } finally {
            lastReturns.put(name, Instant.now());
        }
    }

    /** The times in which nothing of a scenario begins, if it is such a time now. */
    Optional<String> closedNow(ScheduledScenario scheduled) {
        return runs.closedNow(scheduled);
    }

    /**
     * Begins a run beside the schedule, paused or not.
     *
     * @return its ticket; empty when one is under way
     */
    Optional<String> trigger(String name) {
        if (underWay.putIfAbsent(name, 1) != null) {
            return Optional.empty();
        }
        String ticket = Long.toString(tickets.incrementAndGet());
        CompletableFuture<RunStatus> ended = new CompletableFuture<>();
        triggered.put(ticket, ended);
        new Thread(() -> complete(name, ended), "trigger").start();
        return Optional.of(ticket);
    }

    private void complete(String name, CompletableFuture<RunStatus> ended) {
        try {
            ended.complete(watched(name));
        } finally {
            // of a run that did not end by itself
            ended.complete(RunStatus.COULD_NOT_RUN);
        }
    }

    /** How a run that was triggered ends; empty when the ticket is not known any more. */
    Optional<CompletableFuture<RunStatus>> ended(String ticket) {
        return Optional.ofNullable(triggered.get(ticket));
    }

    /** When the trigger of a scenario was last done. */
    Optional<Instant> lastReturn(String name) {
        return Optional.ofNullable(lastReturns.get(name));
    }

    private RunStatus watched(String name) {
        Optional<ScheduledScenario> scheduled = routes.byName(name);
        Instant began = Instant.now();
        Optional<RunStatus> status;
        try {
            status = runs.begin(name);
        } finally {
            underWay.computeIfPresent(name, (same, runs) -> runs == 1 ? null : runs - 1);
        }
        scheduled
                .filter(each -> !runs.areDry(each))
                .ifPresent(each -> status.ifPresent(ended -> lastRuns.note(
                        name, new LastRun(began, ended.word(), Duration.between(began, Instant.now()), ""))));
        return status.orElse(RunStatus.INTERRUPTED);
    }

    /** The last runs that were triggered. */
    private static final class Remembered extends LinkedHashMap<String, CompletableFuture<RunStatus>> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<RunStatus>> eldest) {
            return size() > REMEMBERED && eldest.getValue().isDone();
        }
    }
}
