package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;

/** The shipped routes when a run may not take all that it would need. */
class BudgetRoutesTest {

    private static final Deletion ANY = new Deletion(true, new DeleteLimit.None(), 0, true);

    private final Path directory;
    private FakeStore source = new FakeStore();
    private final FakeStore destination = new FakeStore().bucket("b");

    BudgetRoutesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < 20; i++) {
            source.with("a", "k%02d".formatted(i), "0123456789");
        }
    }

    @Test
    void copiesNoMoreBytesThanItMay() {
        Summary summary = run(new Budget(null, 75));

        assertThat(summary.status()).isEqualTo(RunStatus.LIMIT_REACHED);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(7);
        assertThat(destination.objects("b")).hasSize(7);
        assertThat(summary.count(OutcomeKind.LEFT)).isEqualTo(13);
        assertThat(summary.sample(OutcomeKind.LEFT))
                .extracting(Outcome::reason)
                .containsOnly("--max-transfer was reached before it was copied");
        assertThat(summary.problem())
                .matches("--max-transfer was reached: 13 objects are left(, and what was not listed yet)?;"
                        + " the next run goes on from here");
    }

    @Test
    void theNextRunsCopyWhatIsLeft() {
        for (int run = 0; run < 3; run++) {
            run(new Budget(null, 75));
        }

        assertThat(destination.objects("b")).hasSize(20);
        assertThat(run(new Budget(null, 75)).status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void anObjectThatNeverFitsKeepsNoOtherBack() {
        source.with("a", "a-large-one", "0".repeat(500));

        Summary summary = run(new Budget(null, 300));

        assertThat(destination.objects("b")).hasSize(20);
        assertThat(summary.status()).isEqualTo(RunStatus.LIMIT_REACHED);
        assertThat(summary.sample(OutcomeKind.LEFT))
                .extracting(Outcome::key, Outcome::reason)
                .containsExactly(tuple("a-large-one", "larger than --max-transfer by itself"));
        assertThat(summary.problem())
                .isEqualTo("not everything fits into --max-transfer: 1 object is left; raise the limit to copy it");
    }

    @Test
    void moreThanOneNeverFit() {
        source.with("a", "a-large-one", "0".repeat(500)).with("a", "z-large-one", "0".repeat(500));
        destination.with("b", "extra", "x");

        Summary summary = run(deleting(new Budget(null, 300)));

        assertThat(summary.problem())
                .isEqualTo("not everything fits into --max-transfer: 2 objects are left, nothing was deleted; raise the"
                        + " limit to copy them");
    }

    @Test
    void beginsNothingWhenTheTimeIsUp() {
        Summary summary = run(new Budget(Duration.ofNanos(1), Budget.NO_LIMIT));

        assertThat(summary.status()).isEqualTo(RunStatus.LIMIT_REACHED);
        assertThat(summary.problem()).isEqualTo("--max-duration was reached before it began");
        assertThat(source.requests().count(Operation.LIST)).isZero();
    }

    @Test
    void deletesNothingWhenSomethingIsLeft() {
        destination.with("b", "extra", "x");

        Summary summary = run(deleting(new Budget(null, 75)));

        assertThat(destination.objects("b")).containsKey("extra").hasSize(8);
        assertThat(summary.problem())
                .startsWith("--max-transfer was reached: 13 objects are left")
                .endsWith(", nothing was deleted; the next run goes on from here");
        assertThat(summary.notes()).contains("nothing is deleted: not everything was listed and copied");
    }

    @Test
    void aFailureIsWorseThanALimit() {
        StoreException failure = new TransientStoreException("no room");
        destination.requests().failAlways(Operation.PUT, "k00", failure);

        Summary summary = run(new Budget(null, 75));

        assertThat(summary.status()).isEqualTo(RunStatus.SOME_FAILED);
        assertThat(summary.problem()).startsWith("--max-transfer was reached: 13 objects are left");
    }

    @Test
    void aDryRunTellsWhatWouldBeLeft() {
        Summary summary = run(FakeRuns.within(new Budget(null, 75), RunMode.DRY_RUN, Compare.ETAG));

        assertThat(summary.count(OutcomeKind.WOULD_COPY)).isEqualTo(7);
        assertThat(summary.count(OutcomeKind.LEFT)).isEqualTo(13);
    }

    @Test
    void whatIsEqualCostsNothing() {
        run(Budget.unlimited());

        assertThat(run(new Budget(null, 1)).status()).isEqualTo(RunStatus.OK);
    }

    /** The store refuses to replace the metadata alone, so that all bytes pass after all. */
    @Test
    void countsCopiesThatWereToBeUpdates() {
        for (int i = 0; i < 20; i++) {
            String key = "k%02d".formatted(i);
            destination.with(
                    "b", key, FakeObject.of("0123456789").metadata(ObjectMetadata.EMPTY.withUser(Map.of("a", "b"))));
            destination.requests().failAlways(Operation.UPDATE, key, new CopyRefusedException("501", false));
        }
        // what is tried again counts once
        destination.requests().fail(Operation.PUT, "k00", 1, new TransientStoreException("503"));

        Summary summary = run(FakeRuns.within(new Budget(null, 75), RunMode.MIRROR, Compare.METADATA));

        assertThat(summary.status()).isEqualTo(RunStatus.LIMIT_REACHED);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(7);
        assertThat(summary.count(OutcomeKind.LEFT)).isEqualTo(13);
    }

    @Test
    void countsWhatListsAsEmpty() {
        source = new FakeStore().listedAs(BudgetRoutesTest::asManifests);
        fill();

        Summary summary = run(new Budget(null, 75));

        assertThat(summary.status()).isEqualTo(RunStatus.LIMIT_REACHED);
        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(7);
        assertThat(destination.objects("b")).hasSize(7);
        assertThat(summary.count(OutcomeKind.LEFT)).isEqualTo(13);
    }

    private static List<ObjectEntry> asManifests(List<ObjectEntry> entries) {
        return entries.stream()
                .map(entry -> new ObjectEntry(entry.key(), 0, ETag.NONE, entry.lastModified(), true))
                .toList();
    }

    private Summary run(Budget budget) {
        return run(FakeRuns.within(budget, RunMode.MIRROR, Compare.ETAG));
    }

    private Summary run(RunOptions options) {
        return new RoutesUnderTest(directory, source, destination).run(options);
    }

    private static RunOptions deleting(Budget budget) {
        return new RunOptions(RunMode.MIRROR, Compare.ETAG, new Selection(1000), ANY, BackupPlace.NONE, true, budget);
    }
}
