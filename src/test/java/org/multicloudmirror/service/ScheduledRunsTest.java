package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.control.ScenarioStatus;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.HeldStore;
import org.multicloudmirror.testing.Logged;
import org.multicloudmirror.testing.ScheduledText;

class ScheduledRunsTest {

    /** Never fires in a test. */
    private static final String SELDOM = "0 0 3 1 1 ?";

    private final Path directory;
    private final HeldStore source = new HeldStore();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeService service;

    ScheduledRunsTest(@TempDir Path directory) {
        this.directory = directory;
        service = new FakeService(directory, directory.resolve("scenarios.yaml"), source);
        source.with("a", "1", "1");
    }

    @AfterEach
    void close() {
        source.goOn();
        service.close();
        threads.shutdownNow();
    }

    @Test
    void tellHowTheRunEnded() {
        schedule("good", "s3://a->cf://b", "bad", "s3://missing->cf://b");
        source.goOn();

        assertThat(service.runs().run("good")).isEqualTo(RunStatus.OK);
        assertThat(service.runs().run("bad")).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(service.ended("bad", "could-not-run")).isOne();
    }

    @Test
    void neverOverlapForOneScenario() {
        schedule("one", "s3://a->cf://b", "other", "s3://a->cf://b");

        CompletableFuture<RunStatus> one = started("one");
        source.awaitReached();
        CompletableFuture<RunStatus> other = started("other");
        await().until(ScheduledRunsTest::aRunWaits);
        assertThat(source.requests().count(Operation.LIST)).isOne();
        source.goOn();

        assertThat(one.join()).isEqualTo(RunStatus.OK);
        assertThat(other.join()).isEqualTo(RunStatus.OK);
        assertThat(source.requests().count(Operation.GET))
                .as("there was nothing left to do")
                .isOne();
    }

    @Test
    void areNotBegunWhenTheirEntryWentWhileTheyWaited() {
        schedule("one", "s3://a->cf://b", "other", "s3://a->cf://b");
        CompletableFuture<RunStatus> one = started("one");
        source.awaitReached();
        CompletableFuture<RunStatus> other = started("other");
        await().until(ScheduledRunsTest::aRunWaits);

        schedule("one", "s3://a->cf://b");
        source.goOn();

        assertThat(one.join()).isEqualTo(RunStatus.OK);
        assertThat(other.join()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(source.requests().count(Operation.LIST)).isOne();
    }

    @Test
    void areSideBySideForTwoScenarios() {
        schedule("slow", "s3://a->cf://b", "quick", "cf://c->s3://d");
        service.cf().with("c", "2", "22");

        CompletableFuture<RunStatus> slow = started("slow");
        source.awaitReached();

        assertThat(service.runs().run("quick")).isEqualTo(RunStatus.OK);
        assertThat(slow).isNotDone();
        source.goOn();
        assertThat(slow.join()).isEqualTo(RunStatus.OK);
    }

    @Test
    void goOnWithoutTheirTrigger() {
        schedule("one", "s3://a->cf://b");
        CompletableFuture<RunStatus> one = started("one");
        source.awaitReached();

        assertThat(service.apply("")).isEmpty();
        assertThat(service.context().getRoute("one")).isNull();
        source.goOn();

        assertThat(one.join()).isEqualTo(RunStatus.OK);
        assertThat(service.cf().objects("b")).containsOnlyKeys("1");
    }

    @Test
    void doNotBeginOnceTheirTriggerIsGone() {
        assertThat(service.runs().run("never-was")).isEqualTo(RunStatus.INTERRUPTED);
        assertNothingBegan();
    }

    @Test
    void doNotBeginAfterASignal() {
        schedule("one", "s3://a->cf://b");
        service.underWay().interrupt();

        assertThat(service.runs().run("one")).isEqualTo(RunStatus.INTERRUPTED);

        assertThat(service.ended("one", "interrupted")).isZero();
        assertNothingBegan();
    }

    @Test
    void areAllWrittenDown() throws IOException {
        schedule("one", "s3://a->cf://b", "two", "s3://a->cf://c");
        source.goOn();

        List<CompletableFuture<RunStatus>> both =
                Stream.of("one", "two").map(this::started).toList();

        assertThat(both).allSatisfy(run -> assertThat(run.join()).isEqualTo(RunStatus.OK));
        assertThat(Files.readAllLines(directory.resolve("history.jsonl"))).hasSize(2);
    }

    /** The settings of one entry are no other's. */
    @Test
    void deleteWhereTheirEntrySaysSo() {
        service.cf().with("b", "extra", "x").with("c", "extra", "x").with("c", "kept.txt", "x");
        String strict = ScheduledText.of(
                "strict", "scenario", "s3://a->cf://b", "cron", SELDOM, "delete", "true", "min-sync", "0");
        String careful = ScheduledText.of("careful", "scenario", "s3://a->cf://c", "cron", SELDOM, "filters", "- 1");
        assertThat(service.apply(strict + careful)).isEmpty();
        source.goOn();

        assertThat(service.runs().run("strict")).isEqualTo(RunStatus.OK);
        assertThat(service.runs().run("careful")).isEqualTo(RunStatus.OK);
        assertThat(service.cf().objects("b")).containsOnlyKeys("1");
        assertThat(service.cf().objects("c")).containsOnlyKeys("extra", "kept.txt");
    }

    @Test
    void areToldOfWhenTheyCannotBegin() throws IOException {
        assertThat(service.apply(ScheduledText.of(
                        "listed", "scenario", "s3://a->cf://b", "cron", SELDOM, "files-from", "/no/such/list")))
                .isEmpty();

        assertThat(service.runs().run("listed")).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(service.ended("listed", "could-not-run")).isOne();
        assertThat(Files.readString(directory.resolve("history.jsonl"))).contains("files-from");
    }

    /** As summary, history and mail have it. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a full disk on Linux only")
    void countAsTheyAreTold() throws IOException {
        source.goOn();
        try (FakeService full = with("MIRROR_REPORT", "/dev/full")) {
            assertThat(full.apply(ScheduledText.of("full", "scenario", "s3://a->cf://b", "cron", SELDOM)))
                    .isEmpty();

            assertThat(full.runs().run("full")).isEqualTo(RunStatus.COULD_NOT_RUN);
            assertThat(full.ended("full", "could-not-run")).isOne();
            assertThat(full.ended("full", "ok")).isZero();
            assertThat(Files.readString(directory.resolve("history.jsonl"))).contains("its report is not whole");
            assertThat(full.metrics().text())
                    .contains(
                            "mirror_last_success_timestamp_seconds{scenario=\"full\"} 0.0",
                            "mirror_runs_in_progress{scenario=\"full\"} 0.0");
        }
    }

    @Test
    void areNoSuccessesWhenTheyAreDry() {
        source.goOn();
        try (FakeService dry = with("MIRROR_DRY_RUN", "true")) {
            assertThat(dry.apply(ScheduledText.of("dry", "scenario", "s3://a->cf://b", "cron", SELDOM)))
                    .isEmpty();

            assertThat(dry.controlled().run("dry")).isEqualTo(RunStatus.OK);
            assertThat(dry.metrics().text()).contains("mirror_last_success_timestamp_seconds{scenario=\"dry\"} 0.0");
            ScenarioStatus status =
                    dry.control(Duration.ZERO).status().scenarios().get(0);
            assertThat(status.last()).isNull();
            assertThat(status.lastSuccess()).isNull();
        }
    }

    private FakeService with(String variable, String value) {
        return new FakeService(directory, directory.resolve("scenarios.yaml"), source, Map.of(variable, value));
    }

    @Test
    void areLimitedByTheirOwnEntryAlone() {
        source.with("a", "2", "22");
        String limited = ScheduledText.of(
                "limited", "scenario", "s3://a->cf://b", "cron", SELDOM, "max-transfer", "2", "max-duration", "1d");
        String free = ScheduledText.of("free", "scenario", "s3://a->cf://c", "cron", SELDOM);
        assertThat(service.apply(limited + free)).isEmpty();
        source.goOn();

        assertThat(service.runs().run("limited")).isEqualTo(RunStatus.LIMIT_REACHED);
        assertThat(service.ended("limited", "limit-reached")).isOne();
        assertThat(service.runs().run("free")).isEqualTo(RunStatus.OK);
        assertThat(service.runs().run("limited")).as("it goes on").isEqualTo(RunStatus.OK);
    }

    @Test
    void doNotBeginInTimesThatTheirEntryExcludes() throws IOException {
        DayOfWeek today = LocalDate.now(ZoneId.systemDefault()).getDayOfWeek();
        String times = shortName(today.minus(1)) + "-" + shortName(today.plus(1)) + " 00:00-24:00";
        assertThat(service.apply(
                        ScheduledText.of("never", "scenario", "s3://a->cf://b", "cron", SELDOM, "not-between", times)))
                .isEmpty();
        source.goOn();

        try (Logged logged = Logged.of(ScheduledRuns.class)) {
            assertThat(service.runs().run("never")).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(service.runs().run("never")).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(logged.lines()).as("once").containsExactly("INFO never is not run between " + times);
        }
        assertNothingBegan();
    }

    private static String shortName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    @Test
    void haveAStorageClassOfTheirOwn() {
        String cold =
                ScheduledText.of("cold", "scenario", "s3://a->cf://b", "cron", SELDOM, "storage-class", "STANDARD_IA");
        String usual = ScheduledText.of("usual", "scenario", "s3://a->cf://c", "cron", SELDOM);
        assertThat(service.apply(cold + usual)).isEmpty();
        source.goOn();

        assertThat(service.runs().run("cold")).isEqualTo(RunStatus.OK);
        assertThat(service.runs().run("usual")).isEqualTo(RunStatus.OK);
        assertThat(chosenClass("b")).isEqualTo("STANDARD_IA");
        assertThat(chosenClass("c")).isNull();
    }

    private @Nullable String chosenClass(String bucket) {
        return service.cf().head(bucket, "1").metadata().chosenClass();
    }

    /** On a thread of its own: the common pool may have a single one. */
    private CompletableFuture<RunStatus> started(String name) {
        return CompletableFuture.supplyAsync(() -> service.runs().run(name), threads);
    }

    private void assertNothingBegan() {
        assertThat(source.requests().count(Operation.LIST)).isZero();
        assertThat(directory.resolve("history.jsonl")).doesNotExist();
    }

    /**
     * Makes these the scheduled ones.
     *
     * @param entries names and scenarios by turns
     */
    private void schedule(String... entries) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < entries.length; i += 2) {
            text.append(ScheduledText.of(entries[i], "scenario", entries[i + 1], "cron", SELDOM));
        }
        assertThat(service.apply(text.toString())).isEmpty();
    }

    private static boolean aRunWaits() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("scenario"))
                .anyMatch(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("ReentrantLock")));
    }
}
