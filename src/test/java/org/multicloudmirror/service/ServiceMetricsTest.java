package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;
import org.multicloudmirror.testing.FakeRuns;

class ServiceMetricsTest {

    private final FakeRuns runs = new FakeRuns();
    private final ServiceMetrics metrics = new ServiceMetrics(runs.runs());
    private final Run run = runs.start("s3://a->cf://b");

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void whatEndedIsCountedByScenario() {
        metrics.ended("it", summary(RunStatus.OK, Map.of(OutcomeKind.COPIED, 2L), 1500));
        metrics.ended(
                "it", summary(RunStatus.SOME_FAILED, Map.of(OutcomeKind.COPIED, 1L, OutcomeKind.FAILED, 1L), 500));
        metrics.ended("other", summary(RunStatus.LOCKED, Map.of(), 0));

        assertThat(metrics.text().lines())
                .contains(
                        "mirror_runs_total{scenario=\"it\",status=\"ok\"} 1.0",
                        "mirror_runs_total{scenario=\"it\",status=\"some-failed\"} 1.0",
                        "mirror_runs_total{scenario=\"other\",status=\"locked\"} 1.0",
                        "mirror_objects_total{outcome=\"copied\",scenario=\"it\"} 3.0",
                        "mirror_objects_total{outcome=\"failed\",scenario=\"it\"} 1.0",
                        "mirror_objects_total{outcome=\"equal\",scenario=\"it\"} 14.0",
                        "mirror_copied_bytes_total{scenario=\"it\"} 2000.0",
                        "mirror_run_duration_seconds_count{scenario=\"it\"} 2",
                        "mirror_run_duration_seconds_sum{scenario=\"it\"} 6.0");
        assertThat(metrics.text())
                .contains("mirror_last_success_timestamp_seconds{scenario=\"it\"} 1.")
                .contains("mirror_last_run_timestamp_seconds{scenario=\"other\"} 1.")
                .doesNotContain("mirror_last_success_timestamp_seconds{scenario=\"other\"}");
    }

    @Test
    void aDryRunCopiesNoBytes() {
        metrics.ended("it", summary(RunStatus.OK, Map.of(OutcomeKind.WOULD_COPY, 2L), 1500));

        assertThat(metrics.text().lines())
                .contains(
                        "mirror_objects_total{outcome=\"would-copy\",scenario=\"it\"} 2.0",
                        "mirror_copied_bytes_total{scenario=\"it\"} 0.0");
    }

    @Test
    void whatIsUnderWayIsShownUntilItEnds() {
        run.progress().addListed(5);

        assertThat(metrics.text().lines())
                .contains(
                        "mirror_runs_active 1.0",
                        "mirror_run_objects{run=\"" + run.id()
                                + "\",scenario=\"s3://a->cf://b\",state=\"listed\"} 5.0");

        runs.runs().end(run, summary(RunStatus.OK, Map.of(), 0));
        assertThat(metrics.text()).contains("mirror_runs_active 0.0").doesNotContain(run.id());
    }

    @Test
    void whatHoldsBackIsNoFailure() throws IOException {
        Limits limits = new Limits(new RateLimiter(50 << 20), new RateLimiter(1000));
        metrics.watch(limits);
        limits.requests().take(1);

        assertThat(metrics.text().lines())
                .contains(
                        "mirror_limit{limit=\"bandwidth\"} 5.24288E7",
                        "mirror_limit{limit=\"requests\"} 1000.0",
                        "mirror_limit_waited_seconds_total{limit=\"bandwidth\"} 0.0")
                .doesNotContain("mirror_limit_waited_seconds_total{limit=\"requests\"} 0.0")
                .noneMatch(line -> line.contains("outcome=\"failed\""));
    }

    private Summary summary(RunStatus status, Map<OutcomeKind, Long> counts, long bytes) {
        return new Summary(
                run.id(),
                run.scenario(),
                status,
                "",
                List.of(),
                Instant.EPOCH,
                Duration.ofSeconds(3),
                7,
                7,
                counts,
                bytes,
                Map.of());
    }
}
