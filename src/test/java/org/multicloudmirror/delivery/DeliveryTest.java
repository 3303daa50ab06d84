package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private static boolean isDue(String mailWhen, RunStatus status, OutcomeKind outcome) {
        Settings settings = new SettingsLoader()
                .environment(Map.of("MIRROR_MAIL_WHEN", mailWhen))
                .load();
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
            Report report = new Report(Instant.EPOCH, Duration.ZERO, List.of(summary));
            return new Delivery(report, runReport, settings, true).isDue(mailWhen);
        }
    }
}
