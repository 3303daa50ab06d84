package org.multicloudmirror.service;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.control.LastRun;
import org.multicloudmirror.history.HistoryEntry;

/** How each scenario last ended, and when well: of the history, and of what the service saw. Safe for use by threads. */
final class LastRuns {

    private final Map<String, LastRun> last = new ConcurrentHashMap<>();
    private final Map<String, LastRun> successes = new ConcurrentHashMap<>();

    /**
     * A run ended.
     *
     * @param scenario as it is written
     */
    void note(String scenario, LastRun run) {
        last.merge(scenario, run, LastRuns::later);
        if (run.isOk()) {
            successes.merge(scenario, run, LastRuns::later);
        }
    }

    void note(HistoryEntry entry) {
        note(entry.scenario(), new LastRun(entry.started(), entry.status(), entry.duration(), entry.problem()));
    }

    /** The last run of a scenario, if one is known. */
    @Nullable
    LastRun of(String scenario) {
        return last.get(scenario);
    }

    /** The last one that ended well. */
    Optional<LastRun> success(String scenario) {
        return Optional.ofNullable(successes.get(scenario));
    }

    /** The history's entry of a run begins a moment after what the service saw of it, and has more to say. */
    private static LastRun later(LastRun one, LastRun other) {
        Instant began = one.started();
        return other.started().isBefore(began) ? one : other;
    }
}
