package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.lock.ScenarioLocks;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.FakeStores;

/** A run ends, and gives its lock back, after its last batch and not before. */
@Timeout(60)
class DeleteBatchesTest {

    private static final RunOptions DELETING = new RunOptions(
            RunMode.MIRROR,
            Compare.ETAG,
            new Selection(1_000_000),
            new Deletion(true, new DeleteLimit.None(), 0, true),
            BackupPlace.NONE,
            true,
            Budget.unlimited());

    private final Path directory;
    private final FakeStore source = new FakeStore().bucket("a");
    private final FakeStore destination = new FakeStore();

    DeleteBatchesTest(@TempDir Path directory) {
        this.directory = directory;
        for (int i = 0; i < 1000; i++) {
            destination.with("b", "k%04d".formatted(i), "x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"k0000", "k0500", "k0999"})
    void aBatchThatIsHeldBackHoldsTheRunBack(String key) {
        CountDownLatch goOn = new CountDownLatch(1);
        destination.requests().before(Operation.DELETE, key, () -> await(goOn));
        CompletableFuture<Summary> run =
                CompletableFuture.supplyAsync(() -> new RoutesUnderTest(directory, source, destination).run(DELETING));

        // all but the batch that is held back, of a hundred
        Awaitility.await().until(() -> destination.objects("b").size() <= 100);

        assertThat(run).isNotDone();
        assertThat(isLocked()).isTrue();
        goOn.countDown();
        Summary summary = run.join();
        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.count(OutcomeKind.DELETED)).isEqualTo(1000);
        assertThat(isLocked()).isFalse();
    }

    /** The lock is held by this process: a second one is refused within it, too. */
    private boolean isLocked() {
        FakeStores stores = new FakeStores().with("s3", source).with("cf", destination);
        Scenario scenario = new ScenarioParser(stores.names()).parse("s3://a->cf://b");
        ScenarioLocks.Attempt attempt =
                new ScenarioLocks(Optional.of(directory), store -> store, false).tryAcquire(scenario, true);
        attempt.held().ifPresent(ScenarioLocks.Held::close);
        return attempt.held().isEmpty();
    }

    @Test
    void noMoreBatchesAreUnderWayThanObjectsAreCopied() {
        CountDownLatch goOn = new CountDownLatch(1);
        for (int i = 0; i < 1000; i += 100) {
            destination.requests().before(Operation.DELETE, "k%04d".formatted(i), () -> await(goOn));
        }
        CompletableFuture<Summary> run =
                CompletableFuture.supplyAsync(() -> new RoutesUnderTest(directory, source, destination).run(DELETING));

        Awaitility.await().until(() -> destination.requests().count(Operation.DELETE) == 3);

        assertThat(source.requests().count(Operation.HEAD)).isEqualTo(300);
        goOn.countDown();
        assertThat(run.join().count(OutcomeKind.DELETED)).isEqualTo(1000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
