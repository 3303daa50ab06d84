package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.camel.component.seda.SedaEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.testing.ScheduledText;
import org.multicloudmirror.testing.SteppedStore;

/** Scenarios that run side by side. Copies are counted, not timed: each of the slow ones takes until it is let go. */
class FairnessTest {

    private static final String SELDOM = "0 0 3 1 1 ?";

    /** More than the queue of a run and the workers have room for, so that its listing is held up. */
    private static final int MANY = 2_500;

    private static final int WORKERS = 4;

    private final SteppedStore source = new SteppedStore("many");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeService service;

    FairnessTest(@TempDir Path directory) {
        service = new FakeService(directory, directory.resolve("scenarios.yaml"), source);
        for (int i = 0; i < MANY; i++) {
            source.with("many", "object-" + i, "x");
        }
        source.with("one", "single", "1");
    }

    @AfterEach
    void close() {
        source.step(MANY * 10);
        service.close();
        threads.shutdownNow();
    }

    /** As many of them as there are listers, and more: each is held up by its full queue. */
    @Test
    void manyQueuedObjectsDelayAnotherScenariosObjectByOneCopy() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(scheduled("many-" + i, "s3://many->cf://many-" + i));
        }
        all.add(scheduled("one", "s3://one->cf://one"));
        assertThat(service.apply(String.join("", all))).isEmpty();
        List<CompletableFuture<RunStatus>> others =
                IntStream.range(0, 6).mapToObj(i -> start("many-" + i)).toList();
        source.awaitReading(WORKERS);
        await().until(() -> service.underWay().underWay().stream()
                .allMatch(run -> run.progress().queued() >= 1_000));

        // each of them has had its first turn then
        source.step(6);
        await().until(() -> finished() == 6);
        source.awaitReading(WORKERS);

        CompletableFuture<RunStatus> one = start("one");
        await().until(() -> queued("s3://one/single"));
        assertThat(one).isNotDone();
        source.step(1);

        assertThat(one).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(RunStatus.OK);
        assertThat(finished()).as("copies of the others meanwhile").isEqualTo(7);
        assertThat(service.cf().objects("one")).containsOnlyKeys("single");
        assertThat(others).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aScenarioOfTwoCopiesAtATimeMakesNoMore() {
        String two = ScheduledText.of(
                "two",
                "scenario",
                "s3://many->cf://many",
                "cron",
                SELDOM,
                "process",
                "2",
                "filters",
                "+ object-1?\\n- *");
        assertThat(service.apply(two)).isEmpty();
        CompletableFuture<RunStatus> ended = start("two");
        source.awaitReading(2);
        source.step(MANY);

        assertThat(ended).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(RunStatus.OK);
        assertThat(service.cf().objects("many")).hasSize(10);
        assertThat(source.mostReading()).isEqualTo(2);
    }

    private boolean queued(String source) {
        return service.context().getEndpoints().stream()
                .filter(SedaEndpoint.class::isInstance)
                .flatMap(queue -> ((SedaEndpoint) queue).getQueue().stream())
                .map(message -> message.getMessage().getBody())
                .anyMatch(body -> body instanceof CopyTask task
                        && task.source().toString().equals(source));
    }

    private long finished() {
        return service.underWay().underWay().stream()
                .mapToLong(run -> run.progress().finished())
                .sum();
    }

    private static String scheduled(String name, String scenario) {
        return ScheduledText.of(name, "scenario", scenario, "cron", SELDOM);
    }

    private CompletableFuture<RunStatus> start(String name) {
        return CompletableFuture.supplyAsync(() -> service.runs().run(name), threads);
    }
}
