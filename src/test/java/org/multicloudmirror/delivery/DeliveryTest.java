package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;

class DeliveryTest {

    @ParameterizedTest(name = "{0} with 1 {1}: always {2}, on-change {3}, on-failure {4}")
    @CsvSource(textBlock = """
            # status,       outcome,      always, on-change, on-failure
            OK,             EQUAL,        true,   false,     false
            OK,             SKIPPED,      true,   false,     false
            OK,             GONE,         true,   false,     false
            OK,             COPIED,       true,   true,      false
            OK,             WOULD_COPY,   true,   true,      false
            SOME_FAILED,    FAILED,       true,   true,      true
            COULD_NOT_RUN,  EQUAL,        true,   true,      true
            LOCKED,         EQUAL,        true,   true,      true
            INTERRUPTED,    INTERRUPTED,  true,   true,      true
            """)
    void theMailIsDue(RunStatus status, OutcomeKind outcome, boolean always, boolean onChange, boolean onFailure) {
        assertThat(isDue("always", status, outcome)).isEqualTo(always);
        assertThat(isDue("on-change", status, outcome)).isEqualTo(onChange);
        assertThat(isDue("on-failure", status, outcome)).isEqualTo(onFailure);
        assertThat(isDue("on-change, on-failure", status, outcome)).isEqualTo(onChange);
    }

    /** Its history cannot be read: better told once too often. */
    @ParameterizedTest(name = "{0}, dry run {1}: {2}")
    @CsvSource(textBlock = """
            OK,           false, true
            OK,           true,  false
            SOME_FAILED,  false, false
            """)
    void aRecoveryIsNoDryRunAndNoFailure(RunStatus status, boolean isDry, boolean isDue, @TempDir Path directory)
            throws IOException {
        Files.createDirectory(directory.resolve("history.jsonl"));

        assertThat(delivery(Map.of("MIRROR_STATE_DIR", directory.toString(), "MIRROR_DRY_RUN", "" + isDry), status)
                        .isDue("on-recovery"))
                .isEqualTo(isDue);
    }

    @Test
    void aDryRunCallsNoPing() {
        Map<String, String> ping = Map.of("MIRROR_PING", "it", "MIRROR_PINGS_IT_URL", "https://example.org/it");
        Map<String, String> dry = new HashMap<>(ping);
        dry.put("MIRROR_DRY_RUN", "true");

        assertThat(delivery(ping, RunStatus.OK).hasPings()).isTrue();
        assertThat(delivery(dry, RunStatus.OK).hasPings()).isFalse();
    }

    private static Delivery delivery(Map<String, String> environment, RunStatus status) {
        Settings settings = new SettingsLoader().environment(environment).load();
        return delivery(settings, status, OutcomeKind.EQUAL);
    }

    private static boolean isDue(String mailWhen, RunStatus status, OutcomeKind outcome) {
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_MAIL_WHEN", mailWhen))
                .load();
        return delivery(settings, status, outcome).isDue(mailWhen);
    }

    private static Delivery delivery(Settings settings, RunStatus status, OutcomeKind outcome) {
        Summary summary = new Summary(
                "1a2b3c4d",
                new ScenarioParser(settings.stores()).parse("s3://a->cf://b"),
                status,
                "",
                List.of(),
                Instant.EPOCH,
                Duration.ZERO,
                1,
                0,
                Map.of(outcome, 1L),
                1,
                Map.of());
        try (RunReport runReport = new RunReport(settings, false)) {
            return new Delivery(new Report(Instant.EPOCH, Duration.ZERO, List.of(summary)), runReport, settings, true);
        }
    }
}
