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
     * A run ended, the last of its scenario so far. An earlier success that began after it did so by a clock that was put
     * back since: it counts as no later than this.
     *
     * @param scenario its name
     */
    void note(String scenario, LastRun run) {
        last.merge(scenario, run, (known, newest) -> newest.isLocked() ? known : newest);
        successes.computeIfPresent(scenario, (same, success) -> notAfter(run.started(), success));
        if (run.isOk()) {
            successes.put(scenario, run);
        }
    }

    void note(String scenario, HistoryEntry entry) {
        note(scenario, new LastRun(entry.started(), entry.status(), entry.duration(), entry.problem()));
    }

    /** These of the history, and what the service saw after them; not what lies in the future, after the clock was put back. */
    LastRuns with(LastRuns seen, Instant now) {
        LastRuns all = new LastRuns();
        merge(last, seen.last, now, all.last);
        merge(successes, seen.successes, now, all.successes);
        return all;
    }

    private static void merge(
            Map<String, LastRun> history, Map<String, LastRun> seen, Instant now, Map<String, LastRun> all) {
        all.putAll(history);
        seen.forEach((scenario, run) -> {
            if (!run.started().isAfter(now)) {
                all.merge(scenario, run, LastRuns::later);
            }
        });
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

    private static LastRun notAfter(Instant moment, LastRun run) {
        return run.started().isAfter(moment) ? new LastRun(moment, run.status(), run.duration(), run.problem()) : run;
    }

    /** The history's entry of a run begins a moment after what the service saw of it, and has more to say. */
    private static LastRun later(LastRun one, LastRun other) {
        if (one.isLocked() != other.isLocked()) {
            return one.isLocked() ? other : one;
        }
        Instant began = one.started();
        return other.started().isBefore(began) ? one : other;
    }
}
