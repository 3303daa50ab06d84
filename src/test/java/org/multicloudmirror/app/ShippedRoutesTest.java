package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.lock.ScenarioLocks;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.scenario.ScenarioParser;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** The routes of {@code routes/} as they ship, over stores in memory. */
class ShippedRoutesTest {

    private final Path directory;
    private final FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore();

    ShippedRoutesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void copiesWhatIsMissingAndNothingMore() {
        source.with("a", "one", "1").with("a", "two", "2").with("a", "${sys.user.home}", "3");
        destination.with("b", "one", "1");

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).containsOnlyKeys("one", "two", "${sys.user.home}");
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(2);
        assertThat(summary.equal()).isEqualTo(1);
        assertThat(source.requests().count(Operation.GET)).isEqualTo(2);
        assertThat(destination.requests().count(Operation.HEAD)).isZero();
    }

    @Test
    void triesGetAndPutTogetherFiveTimes() {
        source.with("a", "slow", "1").with("a", "never", "2");
        destination.bucket("b");
        source.requests().breakOff("slow", 1, 0).fail(Operation.GET, "slow", 2, new TransientStoreException("503"));
        destination.requests().failAlways(Operation.PUT, "never", new TransientStoreException("no room"));

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.COPIED)).extracting(Outcome::key).containsExactly("slow");
        assertThat(summary.sample(OutcomeKind.COPIED))
                .extracting(Outcome::attempts)
                .containsExactly(3);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::attempts)
                .containsExactly(7);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::reason)
                .containsExactly("no room");
        assertThat(source.requests().count(Operation.GET, "never")).isEqualTo(7);
    }

    /** What is waited out for a store's sake takes nothing from the attempts that other failures have. */
    @Test
    void countsThrottlingApartFromOtherFailures() {
        source.with("a", "busy", "1").with("a", "hopeless", "2");
        destination.bucket("b");
        for (int number = 1; number <= 3; number++) {
            destination.requests().fail(Operation.PUT, "busy", number, new ThrottledException("slow", Duration.ZERO));
        }
        for (int number = 4; number <= 7; number++) {
            destination.requests().fail(Operation.PUT, "busy", number, new TransientStoreException("503"));
        }
        destination.requests().failAlways(Operation.PUT, "hopeless", new ThrottledException("slow", Duration.ZERO));

        Summary summary = run(false);

        assertThat(summary.sample(OutcomeKind.COPIED))
                .extracting(Outcome::key, Outcome::attempts)
                .containsExactly(tuple("busy", 8));
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::attempts)
                .containsExactly(tuple("hopeless", 4));
    }

    @Test
    void doesNotTryAgainWhatCannotHelp() {
        source.with("a", "denied", "1").with("a", "gone", "2");
        destination.bucket("b");
        destination.requests().failAlways(Operation.PUT, "denied", new AccessDeniedException("403"));
        source.vanishing("gone");

        Summary summary = run(false);

        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::attempts)
                .containsExactly(1);
        assertThat(summary.sample(OutcomeKind.GONE)).extracting(Outcome::key).containsExactly("gone");
        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
    }

    /** A proxy that merges slashes asks for another object than the one that is listed. */
    @Test
    void failsWhatIsListedAndNotGivenOut() {
        source.with("a", "a//b", "1").with("a", "c", "2").hiding("a//b");
        destination.bucket("b");

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.sample(OutcomeKind.FAILED))
                .extracting(Outcome::key, Outcome::attempts)
                .containsExactly(tuple("a//b", 1));
        assertThat(summary.sample(OutcomeKind.FAILED).get(0).reason())
                .startsWith("s3://a/a//b: the listing names it, and the store answers 404");
        assertThat(source.requests().count(Operation.GET, "a//b")).isOne();
    }

    @Test
    void asksOnceForWhatIsArchived() {
        source.with("a", "cold", "1").with("a", "warm", "2");
        destination.bucket("b");
        source.requests().failAlways(Operation.GET, "cold", new ArchivedException("s3://a/cold", "GLACIER"));

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.sample(OutcomeKind.ARCHIVED))
                .extracting(Outcome::key, Outcome::attempts)
                .containsExactly(tuple("cold", 1));
        assertThat(destination.objects("b")).containsOnlyKeys("warm");
    }

    @Test
    void neverReplacesAGoodObjectByABrokenOne() {
        source.with("a", "key", "new content");
        destination.with("b", "key", "the old one");
        for (int number = 1; number <= 7; number++) {
            source.requests().corrupt("key", number);
        }

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(destination.object("b", "key").text()).isEqualTo("the old one");
    }

    @Test
    void failsTheScenarioWhoseListingBreaksOff() {
        source.pageSizes(1).with("a", "1", "1").with("a", "2", "2").with("a", "3", "3");
        destination.bucket("b");
        source.requests().fail(Operation.LIST, "a", 3, new AccessDeniedException("no more"));

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(summary.problem()).isEqualTo("no more");
        assertThat(destination.objects("b")).containsOnlyKeys("1", "2");
    }

    @Test
    void failsTheScenarioWhoseDestinationListingBreaksOff() {
        source.with("a", "1", "1");
        destination.bucket("b");
        destination.requests().failAlways(Operation.LIST, "b", new TransientStoreException("broken"));

        assertThat(run(false).status()).isEqualTo(RunStatus.COULD_NOT_RUN);
        assertThat(destination.requests().count(Operation.PUT)).isZero();
    }

    /** The split asks for the next page before it has the present one filtered. */
    @Test
    void mirrorsWhenTheDestinationProvesUnsortedAtTheSourcesLastPage() {
        source.with("a", "1", "1").with("a", "2", "2").with("a", "3", "3");
        destination.with("b", "1", "1").with("b", "2", "2").listedAs(entries -> {
            List<ObjectEntry> reversed = new ArrayList<>(entries);
            Collections.reverse(reversed);
            return reversed;
        });

        Summary summary = run(false);

        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(destination.objects("b")).containsOnlyKeys("1", "2", "3");
        assertThat(summary.equal()).isEqualTo(2);
    }

    @Test
    void endsWithNothingToDo() {
        source.bucket("a");
        destination.bucket("b");

        assertThat(run(false).status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void touchesNothingInADryRun() {
        source.with("a", "1", "1");

        Summary summary = run(true);

        assertThat(summary.count(OutcomeKind.WOULD_COPY)).isEqualTo(1);
        assertThat(summary.notes()).containsExactly("dry run: nothing is copied", "would create cf://b");
        assertThat(source.requests().count(Operation.GET)).isZero();
        assertThat(destination.bucketExists("b")).isFalse();
    }

    @Test
    void leavesOutAScenarioThatAnotherRunHas() {
        source.with("a", "1", "1");
        destination.bucket("b");
        ScenarioLocks locks = new ScenarioLocks(Optional.of(directory), store -> store, false);
        Scenario scenario = new ScenarioParser(List.of("s3", "cf")).parse("s3://a->cf://b");
        try (ScenarioLocks.Held held = locks.tryAcquire(scenario, false).held().orElseThrow()) {
            assertThat(held.path()).exists();

            Summary summary = run(false);

            assertThat(summary.status()).isEqualTo(RunStatus.LOCKED);
            assertThat(summary.problem())
                    .startsWith(
                            "another run has it: pid " + ProcessHandle.current().pid() + ", since 20");
            assertThat(source.requests().count(Operation.LIST)).isZero();
        }

        assertThat(run(false).status()).isEqualTo(RunStatus.OK);
    }

    private Summary run(boolean dryRun) {
        return new RoutesUnderTest(directory, source, destination).run(dryRun);
    }
}
