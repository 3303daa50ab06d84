package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.RunStatus;
import org.multicloudmirror.mirror.Summary;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class JournalTest {

    private final Settings settings = new SettingsLoader().load();

    /** The service begins several runs in the same millisecond. */
    @Test
    void reportsThatBeginTogetherHaveNamesOfTheirOwnInTheArchive() {
        try (Journal journal = new Journal(settings, false)) {
            assertThat(journal.archiveName(report("1a2b3c4d"))).isEqualTo("mirror-20260102-030405-678-1a2b3c4d.jsonl");
            assertThat(journal.archiveName(report("5e6f7a8b"))).isEqualTo("mirror-20260102-030405-678-5e6f7a8b.jsonl");
        }
    }

    @Test
    void soDoReportsOfWhatNeverBegan() {
        try (Journal journal = new Journal(settings, false)) {
            assertThat(journal.archiveName(report("-")))
                    .matches("mirror-20260102-030405-678-[0-9a-f]{8}\\.jsonl")
                    .isNotEqualTo(journal.archiveName(report("-")));
        }
    }

    private Report report(String runId) {
        Instant started = Instant.parse("2026-01-02T03:04:05.678Z");
        Summary summary = new Summary(
                runId,
                new ScenarioParser(settings.stores()).parse("s3://a->cf://b"),
                RunStatus.OK,
                "",
                List.of(),
                started,
                Duration.ZERO,
                0,
                0,
                Map.of(),
                0,
                Map.of());
        return new Report(started, Duration.ZERO, List.of(summary));
    }
}
