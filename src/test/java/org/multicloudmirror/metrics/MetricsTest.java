package org.multicloudmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.FailureClass;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;
import org.multicloudmirror.testing.FakeRuns;

class MetricsTest {

    private static final String SCENARIO = "s3://a->cf://b";
    private static final Instant YESTERDAY = Instant.parse("2026-11-20T03:00:00Z");

    private final Metrics metrics = new Metrics();
    private final FakeRuns fakes = new FakeRuns();
    private final Runs runs = new Runs(fakes.stores(), metrics.runs());

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countWhileARunGoesOn() {
        Run run = start("it", RunMode.MIRROR);
        run.progress().addListed(10, 7);
        arrive(run, OutcomeKind.COPIED, 1500, null);
        arrive(run, OutcomeKind.EQUAL, 9, null);
        arrive(run, OutcomeKind.FAILED, 9, new AccessDeniedException("no"));
        arrive(run, OutcomeKind.FAILED, 9, null);
        run.addBytes(1600);

        assertThat(lines())
                .contains(
                        "mirror_objects_total{outcome=\"copied\",scenario=\"it\"} 1.0",
                        "mirror_objects_total{outcome=\"equal\",scenario=\"it\"} 8.0",
                        "mirror_copied_bytes_total{scenario=\"it\"} 1500.0",
                        "mirror_transferred_bytes_total{scenario=\"it\"} 1600.0",
                        "mirror_failures_total{reason=\"access-denied\",scenario=\"it\"} 1.0",
                        "mirror_failures_total{reason=\"other\",scenario=\"it\"} 1.0",
                        "mirror_runs_in_progress{scenario=\"it\"} 1.0",
                        "mirror_run_progress_objects{scenario=\"it\",state=\"listed\"} 10.0",
                        "mirror_runs_total{scenario=\"it\",status=\"ok\"} 0.0");
    }

    @Test
    void staysAsItIsWhenTheRunEnds() {
        Run run = start("it", RunMode.MIRROR);
        run.progress().addListed(10, 7);
        run.addBytes(1600);
        arrive(run, OutcomeKind.SKIPPED, 1, null);
        end(run, summary(run, RunStatus.SOME_FAILED, Map.of(OutcomeKind.SKIPPED, 3L)));

        assertThat(lines())
                .contains(
                        "mirror_objects_total{outcome=\"equal\",scenario=\"it\"} 7.0",
                        "mirror_objects_total{outcome=\"skipped\",scenario=\"it\"} 3.0",
                        "mirror_transferred_bytes_total{scenario=\"it\"} 1600.0",
                        "mirror_runs_total{scenario=\"it\",status=\"some-failed\"} 1.0",
                        "mirror_run_duration_seconds_count{scenario=\"it\"} 1",
                        "mirror_run_duration_seconds_sum{scenario=\"it\"} 3.0",
                        "mirror_last_run_status{scenario=\"it\",status=\"some-failed\"} 1.0",
                        "mirror_last_run_status{scenario=\"it\",status=\"ok\"} 0.0",
                        "mirror_last_success_timestamp_seconds{scenario=\"it\"} 0.0",
                        "mirror_runs_in_progress{scenario=\"it\"} 0.0")
                .noneMatch(line -> line.contains(run.id()))
                .noneMatch(line -> line.startsWith("mirror_run_last_progress"));
    }

    @Test
    void tellWhenARunLastCameFurther() {
        Run run = start("it", RunMode.MIRROR);
        double began = run.started().toEpochMilli() / 1e3;
        String series = "mirror_run_last_progress_timestamp_seconds{scenario=\"it\"}";

        assertThat(value(series)).isEqualTo(began);
        run.progress().addListed(1);
        double moved = value(series);
        assertThat(moved).isGreaterThanOrEqualTo(began);
        assertThat(value(series)).as("it did not move since").isEqualTo(moved);
        arrive(run, OutcomeKind.DELETED, 1, null);
        assertThat(value(series)).as("deletions are no tasks").isGreaterThanOrEqualTo(moved);
    }

    @Test
    void knowRunsOfBefore() {
        metrics.scheduled(
                List.of(hourly("it", SCENARIO), hourly("new", "s3://c->cf://d")),
                List.of(past(YESTERDAY, "ok"), past(YESTERDAY.plusSeconds(60), "some-failed")));

        assertThat(value("mirror_last_success_timestamp_seconds{scenario=\"it\"}"))
                .isEqualTo(YESTERDAY.getEpochSecond() + 2.0);
        assertThat(value("mirror_success_due_timestamp_seconds{scenario=\"it\"}"))
                .isEqualTo(YESTERDAY.getEpochSecond() + 3602.0);
        assertThat(lines())
                .contains(
                        "mirror_last_run_status{scenario=\"it\",status=\"some-failed\"} 1.0",
                        "mirror_last_success_timestamp_seconds{scenario=\"new\"} 0.0",
                        "mirror_last_run_timestamp_seconds{scenario=\"new\"} 0.0",
                        "mirror_runs_total{scenario=\"new\",status=\"ok\"} 0.0");
        assertThat(value("mirror_success_due_timestamp_seconds{scenario=\"new\"}"))
                .as("what never succeeded is due at once")
                .isCloseTo((double) Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60.0));
    }

    @Test
    void countNothingAsLaterThanNowWhenTheClockIsPutBack() {
        Instant ahead = Instant.now().plus(Duration.ofHours(3));
        metrics.scheduled(List.of(hourly("it", SCENARIO)), List.of(past(ahead, "ok")));
        double inAnHour = (double) Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        assertThat(value("mirror_success_due_timestamp_seconds{scenario=\"it\"}"))
                .as("of the history")
                .isCloseTo(inAnHour, within(60.0));

        Instant before = Instant.now().minus(Duration.ofHours(1));
        metrics.clockPutBack(before);

        assertThat(value("mirror_success_due_timestamp_seconds{scenario=\"it\"}"))
                .isCloseTo((double) before.plus(Duration.ofHours(1)).getEpochSecond(), within(60.0));
    }

    @Test
    void leaveWithTheirScenario() {
        metrics.scheduled(List.of(hourly("it", SCENARIO), hourly("other", "s3://c->cf://d")), List.of());
        Run run = start("it", RunMode.MIRROR);

        metrics.scheduled(List.of(hourly("other", "s3://c->cf://d")), List.of());
        arrive(run, OutcomeKind.COPIED, 1, null);
        assertThat(metrics.text()).doesNotContain("\"it\"").contains("\"other\"");
        end(run, summary(run, RunStatus.OK, Map.of()));
        metrics.runs().ended("it", RunMode.MIRROR, notBegun());
        assertThat(metrics.text()).as("its last run has ended").doesNotContain("\"it\"");
        start("it", RunMode.MIRROR);
        assertThat(metrics.text()).as("one that waited begins after all").doesNotContain("\"it\"");

        metrics.scheduled(List.of(hourly("it", SCENARIO)), List.of());
        assertThat(lines()).contains("mirror_runs_total{scenario=\"it\",status=\"ok\"} 0.0");
    }

    @Test
    void stayWhenTheirScenarioIsScheduledAnew() {
        metrics.scheduled(List.of(hourly("it", SCENARIO)), List.of());
        Run run = start("it", RunMode.MIRROR);
        end(run, summary(run, RunStatus.OK, Map.of()));

        metrics.scheduled(List.of(new Scheduled("it", SCENARIO, moment -> Optional.empty())), List.of());
        assertThat(lines()).contains("mirror_runs_total{scenario=\"it\",status=\"ok\"} 1.0");

        metrics.scheduled(List.of(hourly("it", "s3://elsewhere->cf://b")), List.of());
        assertThat(lines()).contains("mirror_runs_total{scenario=\"it\",status=\"ok\"} 0.0");
    }

    @Test
    void countRunsThatRoutesStart() {
        Run run = start("my-route", RunMode.MIRROR);
        end(run, summary(run, RunStatus.OK, Map.of()));
        metrics.runs().ended("my-route", RunMode.MIRROR, notBegun());

        assertThat(lines())
                .contains(
                        "mirror_runs_total{scenario=\"my-route\",status=\"ok\"} 1.0",
                        "mirror_runs_total{scenario=\"my-route\",status=\"locked\"} 1.0")
                .noneMatch(line -> line.startsWith("mirror_success_due"));
    }

    @Test
    void takeNoCheckForARunAndNoDryRunForASuccess() {
        Run check = start("checked", RunMode.CHECK);
        end(check, summary(check, RunStatus.DIFFERENT, Map.of()));
        Run dry = start("dry", RunMode.DRY_RUN);
        arrive(dry, OutcomeKind.WOULD_COPY, 1500, null);
        end(dry, summary(dry, RunStatus.OK, Map.of()));

        assertThat(lines())
                .contains(
                        "mirror_objects_total{outcome=\"would-copy\",scenario=\"dry\"} 1.0",
                        "mirror_copied_bytes_total{scenario=\"dry\"} 0.0",
                        "mirror_last_success_timestamp_seconds{scenario=\"dry\"} 0.0")
                .noneMatch(line -> line.contains("checked"));
    }

    @Test
    void countListingsThatBreakOff() {
        Run run = start("it", RunMode.MIRROR);
        metrics.runs().broke(run, FailureClass.BUCKET_MISSING);

        assertThat(lines()).contains("mirror_failures_total{reason=\"bucket-missing\",scenario=\"it\"} 1.0");
    }

    @Test
    void tellHowTheFileIsRead() {
        assertThat(metrics.text()).as("there is none").doesNotContain("mirror_scenarios_");
        metrics.scheduled(List.of(hourly("it", SCENARIO)), List.of());
        metrics.loaded();
        metrics.refused();

        assertThat(lines())
                .contains(
                        "mirror_scenarios_scheduled 1.0",
                        "mirror_scenarios_file_reloads_total{result=\"ok\"} 1.0",
                        "mirror_scenarios_file_reloads_total{result=\"failed\"} 1.0",
                        "mirror_scenarios_file_last_reload_successful 0.0");
        metrics.loaded();
        assertThat(lines()).contains("mirror_scenarios_file_last_reload_successful 1.0");
    }

    @Test
    void countDeliveriesByTheirWay() {
        metrics.deliveries().watched("mirror-mail");
        metrics.deliveries().failed("mirror-mail");
        metrics.deliveries().delivered("mirror-archive");
        metrics.deliveries().failed("direct:after-run/slack");

        assertThat(lines())
                .contains(
                        "mirror_deliveries_total{kind=\"mail\",result=\"ok\"} 0.0",
                        "mirror_deliveries_total{kind=\"mail\",result=\"failed\"} 1.0",
                        "mirror_deliveries_total{kind=\"archive\",result=\"ok\"} 1.0",
                        "mirror_deliveries_total{kind=\"hook\",result=\"failed\"} 1.0");
    }

    @Test
    void whatHoldsBackIsNoFailure() throws IOException {
        Limits limits = new Limits(new RateLimiter(50 << 20), new RateLimiter(1000));
        metrics.watch(limits);
        limits.requests().take(1);

        assertThat(lines())
                .contains(
                        "mirror_limit_bytes_per_second 5.24288E7",
                        "mirror_limit_requests_per_second 1000.0",
                        "mirror_limit{limit=\"bandwidth\"} 5.24288E7",
                        "mirror_limit{limit=\"requests\"} 1000.0",
                        "mirror_limit_waited_seconds_total{limit=\"bandwidth\"} 0.0")
                .doesNotContain("mirror_limit_waited_seconds_total{limit=\"requests\"} 0.0")
                .noneMatch(line -> line.contains("outcome=\"failed\""));
    }

    /** For one release more. */
    @Test
    void keepTheFormerNames() {
        Run run = start("it", RunMode.MIRROR);
        run.progress().addListed(5);

        assertThat(lines())
                .contains(
                        "mirror_runs_active 1.0",
                        "mirror_run_objects{run=\"" + run.id() + "\",scenario=\"s3://a->cf://b\",state=\"listed\"} 5.0",
                        "mirror_run_duration_seconds_max{scenario=\"it\"} 0.0");
    }

    private Run start(String name, RunMode mode) {
        RunOptions options = FakeRuns.options(mode, Compare.ETAG).named(name);
        return runs.start(new ScenarioParser(fakes.stores().names()).parse(SCENARIO), options);
    }

    private void end(Run run, Summary summary) {
        runs.end(run, summary);
        runs.told(run.options(), summary);
    }

    private void arrive(Run run, OutcomeKind kind, long size, @org.jspecify.annotations.Nullable RuntimeException why) {
        Outcome outcome = new Outcome(
                run.id(), "key", size, ETag.NONE, kind, 1, "", Duration.ZERO, new Evidence(ETag.NONE, Proof.NONE));
        metrics.runs().arrived(run, why == null ? outcome : outcome.because(why));
    }

    private static Scheduled hourly(String name, String scenario) {
        return new Scheduled(name, scenario, moment -> Optional.of(moment.plus(Duration.ofHours(1))));
    }

    private static HistoryEntry past(Instant started, String status) {
        return new HistoryEntry(started, "1234", SCENARIO, status, "", Duration.ofSeconds(2), 1, 0, 0, 1);
    }

    private Summary notBegun() {
        return Summary.unfinished(
                Summary.NOT_BEGUN,
                new ScenarioParser(fakes.stores().names()).parse(SCENARIO),
                Instant.now(),
                RunStatus.LOCKED,
                "");
    }

    private static Summary summary(Run run, RunStatus status, Map<OutcomeKind, Long> counts) {
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
                0,
                Map.of());
    }

    private List<String> lines() {
        return metrics.text().lines().toList();
    }

    private double value(String series) {
        return lines().stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not there"));
    }
}
