package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.counter;
import static org.multicloudmirror.metrics.Family.gauge;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How readings of the scenarios file went, the one at the start among them. */
final class ReloadFigures {

    private final LongAdder loaded = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile boolean isUsed = true;
    private volatile @Nullable Instant lastLoaded;
    private volatile int scheduled;

    void scheduled(int scenarios) {
        scheduled = scenarios;
    }

    /** It was read, and is what runs. */
    void loaded() {
        loaded.increment();
        isUsed = true;
        lastLoaded = Instant.now();
    }

    /** It has a mistake, or is not there. */
    void refused() {
        refused.increment();
        isUsed = false;
    }

    List<MetricSnapshot> families() {
        if (lastLoaded == null) {
            // there is no such file
            return List.of();
        }
        return List.of(
                gauge("mirror_scenarios_scheduled", "Scenarios that are scheduled.")
                        .add(scheduled)
                        .snapshot(),
                counter("mirror_scenarios_file_reloads", "Readings of a changed scenarios file, by result.")
                        .add(loaded.sum(), "result", "ok")
                        .add(refused.sum(), "result", "failed")
                        .snapshot(),
                gauge(
                                "mirror_scenarios_file_last_reload_successful",
                                "1 while the scenarios that run are those of the file, 0 while it has a mistake.")
                        .add(isUsed ? 1 : 0)
                        .snapshot(),
                gauge(
                                "mirror_scenarios_file_last_reload_success_timestamp_seconds",
                                "When the file was last read without a mistake, in seconds since 1970.")
                        .add(lastLoaded)
                        .snapshot());
    }
}
