package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CircuitBreaker;
import org.multicloudmirror.storage.GuardedStore;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StoreFullException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.Logged;

/** The shipped routes when a store does not serve any more. Three objects are copied at a time, two are queued. */
class BreakerRoutesTest {

    private static final int LIMIT = 20;
    private static final int AT_A_TIME = 3;

    private final Path directory;
    private final FakeStore source = new FakeStore().pageSizes(10);
    private final FakeStore destination = new FakeStore().bucket("b");

    BreakerRoutesTest(@TempDir Path directory) {
        this.directory = directory;
        for (int i = 0; i < 100; i++) {
            source.with("a", "k%02d".formatted(i), "0123456789");
        }
    }

    @Test
    void endsSoonWhenTheDestinationIsFull() {
        destination.with("b", "extra", "kept").requests().failEvery(Operation.PUT, BreakerRoutesTest::full);
        try (Logged logged = Logged.of(org.multicloudmirror.mirror.run.Run.class)) {
            Summary summary = run();

            assertThat(destination.requests().count(Operation.PUT)).isBetween(LIMIT, LIMIT + AT_A_TIME);
            assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
            assertThat(summary.problem())
                    .startsWith("store cf is full; the last of 20 writes in a row that failed: cf://b/k: 507")
                    .endsWith("nothing was deleted; the next run goes on from here");
            assertThat(summary.sample(OutcomeKind.LEFT))
                    .isNotEmpty()
                    .extracting(Outcome::reason)
                    .allMatch(reason -> reason.startsWith("store cf is full"));
            assertThat(summary.notes()).anyMatch(note -> note.matches("the listing stopped behind k\\d\\d"));
            assertThat(destination.objects("b")).containsOnlyKeys("extra");
            assertThat(logged.lines()).isEmpty();
        }
    }

    @Test
    void endsSoonWhenAccessIsWithdrawn() {
        destination.requests().failEvery(Operation.PUT, () -> new AccessDeniedException("cf://b/k: 403"));

        Summary summary = run();

        assertThat(destination.requests().count(Operation.PUT)).isBetween(LIMIT, LIMIT + AT_A_TIME);
        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.problem()).startsWith("store cf denies access; the last of 20 writes in a row");
    }

    /** More than the breaker's limit, before the first that may be read. */
    @Test
    void copiesWhatLiesBehindAPrefixThatMayNotBeRead() {
        for (int i = 0; i < 50; i++) {
            source.requests()
                    .failAlways(Operation.GET, "k%02d".formatted(i), new AccessDeniedException("s3://a/k: 403"));
        }

        Summary summary = run();

        assertThat(summary.count(OutcomeKind.FAILED)).isEqualTo(50);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(50);
        assertThat(summary.count(OutcomeKind.LEFT)).isZero();
        assertThat(summary.problem()).isEmpty();
        assertThat(destination.objects("b")).hasSize(50).containsKeys("k50", "k99");
    }

    /** A part of the source that may not be read is no reason to leave the rest. */
    @ParameterizedTest
    @ValueSource(ints = {2, 15})
    void goesOnWhereSomeFailAmongSuccesses(int every) {
        int failing = 0;
        for (int i = 0; i < 100; i++) {
            if (i % every != 0) {
                source.requests()
                        .failAlways(Operation.GET, "k%02d".formatted(i), new AccessDeniedException("s3://a/k: 403"));
                failing++;
            }
        }

        Summary summary = run();

        assertThat(summary.count(OutcomeKind.FAILED)).isEqualTo(failing);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(100 - failing);
        assertThat(summary.count(OutcomeKind.LEFT)).isZero();
        assertThat(summary.problem()).isEmpty();
    }

    @Test
    void goesOnWhenItIsOff() {
        destination.requests().failEvery(Operation.PUT, BreakerRoutesTest::full);

        Summary summary = run(0);

        assertThat(summary.count(OutcomeKind.FAILED)).isEqualTo(100);
        assertThat(summary.count(OutcomeKind.LEFT)).isZero();
    }

    static Stream<StoreException> outages() {
        return Stream.of(
                new UnreachableException("no route", new IOException()),
                new OutageException("cf://b/k: 502"),
                new TransientStoreException("cf://b/k: 500"));
    }

    /** More failures than a copy is retried, and more than the breaker's limit, within an outage that passes. */
    @ParameterizedTest
    @MethodSource("outages")
    void sitsOutAShortOutage(StoreException failure) {
        for (int number = 1; number <= 8; number++) {
            for (int i = 0; i < AT_A_TIME; i++) {
                destination.requests().fail(Operation.PUT, "k%02d".formatted(i), number, failure);
            }
        }

        Summary summary = run(AT_A_TIME);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(100);
    }

    static Stream<Arguments> sides() {
        return Stream.of(Arguments.of(Operation.GET, true), Arguments.of(Operation.PUT, false));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void endsSoonWhenABucketIsGone(Operation operation, boolean isOfSource) {
        FakeStore side = isOfSource ? source : destination;
        side.requests().failEvery(operation, () -> new BucketMissingException("the bucket does not exist"));

        Summary summary = run();

        assertThat(side.requests().count(operation)).isBetween(LIMIT, LIMIT + AT_A_TIME);
        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.problem()).contains(" has lost its bucket; the last of 20 ");
        assertThat(summary.count(OutcomeKind.LEFT)).isPositive();
    }

    private Summary run() {
        return run(LIMIT);
    }

    private Summary run(int limit) {
        RunOptions options = new RunOptions(
                RunMode.MIRROR,
                Compare.ETAG,
                new Selection(1_000_000),
                new Deletion(true, new DeleteLimit.None(), 0, true),
                BackupPlace.NONE,
                true,
                Budget.unlimited());
        return new RoutesUnderTest(
                        directory,
                        new GuardedStore(source, new CircuitBreaker("s3", limit)),
                        new GuardedStore(destination, new CircuitBreaker("cf", limit)))
                .run(options);
    }

    private static StoreException full() {
        return new StoreFullException("cf://b/k: 507");
    }
}
