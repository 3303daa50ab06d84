package org.multicloudmirror.mirror.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.scenario.ScenarioParser;

class ReportTest {

    /** The rate of all would be the lower, the longer a scenario waited for another run. */
    @Test
    void takesWhatItsScenariosTook() {
        Report report = Report.of(Instant.EPOCH, List.of(summary(100, 2), summary(900, 3)));

        assertThat(report.duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anInterruptedRunWithoutItsReportStaysInterrupted() {
        Report report = Report.of(Instant.EPOCH, List.of(summary(0, 1)))
                .withoutReport("no room")
                .withoutReport("none");

        assertThat(report.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(report.summaries().get(0).problem())
                .isEqualTo("its report is not whole: no room; its report is not whole: none");
    }

    private static Summary summary(long began, long seconds) {
        return new Summary(
                "1a2b3c4d",
                new ScenarioParser(Set.of("s3", "cf")).parse("s3://a->cf://b"),
                RunStatus.INTERRUPTED,
                "",
                List.of(),
                Instant.ofEpochSecond(began),
                Duration.ofSeconds(seconds),
                0,
                0,
                Map.of(),
                0,
                Map.of());
    }
}
