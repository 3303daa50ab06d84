package org.multicloudmirror.history;

import java.time.Duration;
import java.time.Instant;

/** Entries of runs that never were. */
final class HistoryEntries {

    private HistoryEntries() {}

    static HistoryEntry of(String runId) {
        return of(runId, Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    static HistoryEntry of(String runId, Instant started) {
        return new HistoryEntry(
                started, runId, "s3://photos->cf://grüße", "ok", "", Duration.ofMillis(61_234), 2, 0, 3, 1500);
    }

    static HistoryEntry named(String name) {
        HistoryEntry entry = of("one");
        return new HistoryEntry(
                entry.started(),
                entry.runId(),
                name,
                entry.scenario(),
                entry.status(),
                entry.problem(),
                entry.duration(),
                entry.copied(),
                entry.failed(),
                entry.equal(),
                entry.bytes());
    }

    static HistoryEntry failed(String scenario, String problem) {
        return new HistoryEntry(
                Instant.parse("2026-01-02T03:04:05Z"),
                "-",
                scenario,
                "could-not-run",
                problem,
                Duration.ZERO,
                0,
                0,
                0,
                0);
    }
}
