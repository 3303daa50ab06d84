package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.control.Answer;
import org.multicloudmirror.control.Answer.Result;
import org.multicloudmirror.control.LastRun;
import org.multicloudmirror.control.Pauses;
import org.multicloudmirror.control.RunProgress;
import org.multicloudmirror.control.ScenarioStatus;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.HeldStore;
import org.multicloudmirror.testing.ScheduledText;

class ServiceControlTest {

    /** Never fires in a test. */
    private static final String SELDOM = "0 0 3 1 1 ?";

    private static final int MANY = 200;

    private final HeldStore source = new HeldStore();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeService service;
    private final ServiceControl control;

    ServiceControlTest(@TempDir Path directory) {
        service = new FakeService(directory, directory.resolve("scenarios.yaml"), source);
        source.with("a", "1", "1").with("a", "2", "22");
        service.cf().with("c", "3", "333");
        control = service.control(Duration.ofMinutes(1));
        schedule("slow", "s3://a->cf://b", "cron", SELDOM);
    }

    @AfterEach
    void close() {
        source.goOn();
        service.close();
        threads.shutdownNow();
    }

    @Test
    void aScenarioRunsWhenItIsTriggered() {
        source.goOn();

        Answer begun = control.trigger("slow");

        assertThat(begun.message()).isEqualTo("slow runs now");
        assertThat(ended(begun)).isEqualTo("ok");
        assertThat(service.cf().objects("b")).containsOnlyKeys("1", "2");
        assertThat(service.ended("slow", "ok")).isOne();
        assertThat(control.end("4711").result()).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void oneThatRunsIsNotTriggeredOnceMore() {
        Answer begun = control.trigger("slow");
        source.awaitReached();

        assertThat(control.trigger("slow"))
                .isEqualTo(new Answer(Result.BUSY, "a run of slow is under way; nothing was begun", ""));
        source.goOn();
        assertThat(ended(begun)).isEqualTo("ok");
    }

    @Test
    void aNameThatIsNotThereIsTold() {
        for (Answer answer : List.of(
                control.trigger("slo"),
                control.cancel("slo"),
                control.pause(Optional.of("slo"), Pauses.UNTIL_RESUMED),
                control.resume(Optional.of("slo")))) {
            assertThat(answer.result()).isEqualTo(Result.UNKNOWN);
            assertThat(answer.message())
                    .startsWith("there is no scenario \"slo\" in ")
                    .endsWith(" (did you mean \"slow\"?); it has slow");
        }
    }

    @Test
    void nothingIsTriggeredAfterASignal() {
        service.underWay().interrupt();

        assertThat(control.trigger("slow").result()).isEqualTo(Result.ENDING);
    }

    @Test
    void whatIsUnderWayIsTold() {
        Answer begun = control.trigger("slow");
        source.awaitReached();
        await().until(() -> only().underWay().get(0).isListingEnded());

        ScenarioStatus status = only();
        RunProgress run = status.underWay().get(0);
        assertThat(run.queued()).isEqualTo(2);
        assertThat(run.inFlight()).isBetween(1L, 2L);
        assertThat(run.finished()).isZero();
        assertThat(run.isStopping()).isFalse();
        assertThat(status.lastSuccess()).isNull();
        assertThat(status.nextRun()).isNotNull();
        assertThat(status.isLate()).isFalse();

        source.goOn();
        assertThat(ended(begun)).isEqualTo("ok");
        assertThat(only().underWay()).isEmpty();
        assertThat(only().last()).extracting(LastRun::status).isEqualTo("ok");
        assertThat(only().lastSuccess()).isNotNull();
    }

    @Test
    void aRunIsCancelledAndOthersGoOn() {
        // all hands are held, so that the other run has nothing to copy
        source.with("d", "3", "333");
        for (int i = 0; i < MANY; i++) {
            source.with("many", "object-" + i, "1");
        }
        schedule("slow", "s3://many->cf://b", "cron", SELDOM, "other", "cf://c->s3://d", "cron", SELDOM);
        Answer slow = control.trigger("slow");
        source.awaitReached();

        assertThat(control.cancel("slow").message()).isEqualTo("the run of slow ends; copies in flight have 60 s");
        assertThat(control.status().scenarios().get(1).underWay().get(0).isStopping())
                .isTrue();
        assertThat(ended(control.trigger("other"))).isEqualTo("ok");
        source.goOn();

        assertThat(ended(slow)).isEqualTo("interrupted");
        assertThat(service.ended("slow", "interrupted")).isOne();
        assertThat(control.cancel("slow").message()).isEqualTo("no run of slow is under way");
        assertThat(ended(control.trigger("slow"))).as("nothing is lost").isEqualTo("ok");
        assertThat(service.cf().objects("b")).hasSize(MANY);
    }

    @Test
    void copiesThatOutliveTheGraceAreGivenUp() {
        Answer slow = service.control(Duration.ofMillis(1)).trigger("slow");
        source.awaitReached();

        service.control(Duration.ofMillis(1)).cancel("slow");
        await().until(() -> service.underWay().underWay().stream().allMatch(run -> run.isAbandoned()));
        source.goOn();

        assertThat(ended(slow)).isEqualTo("interrupted");
        assertThat(service.cf().objects("b")).isEmpty();
    }

    @Test
    void aPausedScenarioRunsByHandOnly() {
        source.goOn();
        control.pause(Optional.of("slow"), Pauses.UNTIL_RESUMED);

        assertThat(service.controlled().run("slow")).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(service.ended("slow", "interrupted")).isZero();
        assertThat(only().pausedUntil()).isEqualTo(Pauses.UNTIL_RESUMED);
        assertThat(only().nextRun()).isNull();
        Answer begun = control.trigger("slow");
        assertThat(begun.message()).isEqualTo("slow runs now; its schedule stays paused");
        assertThat(ended(begun)).isEqualTo("ok");

        control.resume(Optional.of("slow"));
        assertThat(service.controlled().run("slow")).isEqualTo(RunStatus.OK);
    }

    @Test
    void aPausedPollListsNothing() {
        source.goOn();
        control.pause(Optional.of("slow"), Pauses.UNTIL_RESUMED);
        schedule("slow", "s3://a->cf://b", "poll", "1s", "beside", "cf://c->cf://d", "every", "1s");
        await().until(() -> service.ended("beside", "ok") > 1);

        assertThat(source.requests().count(Operation.LIST)).isZero();
        control.resume(Optional.of("slow"));
        await().until(() -> service.ended("slow", "ok") > 0);
    }

    @Test
    void aRunUnderWayOutlivesThePause() {
        CompletableFuture<RunStatus> run =
                CompletableFuture.supplyAsync(() -> service.controlled().run("slow"), threads);
        source.awaitReached();

        control.pause(Optional.empty(), Pauses.UNTIL_RESUMED);
        source.goOn();

        assertThat(run.join()).isEqualTo(RunStatus.OK);
    }

    @Test
    void aScenarioIsLateWhenItNeverEndedWell() {
        schedule("bad", "s3://missing->cf://b", "cron", SELDOM);
        assertThat(only().isLate()).isFalse();

        assertThat(ended(control.trigger("bad"))).isEqualTo("could-not-run");

        assertThat(only().isLate()).isTrue();
        assertThat(only().last()).extracting(LastRun::problem).asString().contains("s3://missing does not exist");
        assertThat(control.status().needsAttention()).isTrue();
    }

    private ScenarioStatus only() {
        return control.status().scenarios().get(0);
    }

    private String ended(Answer begun) {
        Answer answer;
        do {
            answer = control.end(begun.ticket());
        } while (answer.result() == Result.UNDER_WAY);
        return answer.message();
    }

    /**
     * Makes these the scheduled ones.
     *
     * @param entries name, scenario, and the trigger's name and text
     */
    private void schedule(String... entries) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < entries.length; i += 4) {
            text.append(ScheduledText.of(entries[i], "scenario", entries[i + 1], entries[i + 2], entries[i + 3]));
        }
        assertThat(service.apply(text.toString())).isEmpty();
    }
}
