package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeRuns;

class ListerTest {

    private static final RunOptions NO_CREATE = new RunOptions(
            RunMode.MIRROR, Compare.ETAG, new Selection(1), Deletion.NONE, BackupPlace.NONE, false, Budget.unlimited());
    private static final RunOptions DRY_NO_CREATE = new RunOptions(
            RunMode.DRY_RUN,
            Compare.ETAG,
            new Selection(1),
            Deletion.NONE,
            BackupPlace.NONE,
            false,
            Budget.unlimited());

    private final FakeRuns clouds = new FakeRuns();
    private final Lister lister = new Lister(clouds.runs(), (run, skipped) -> {}, 1);

    @Test
    void plansOneRangeWhereBothBucketsAreThere() {
        Run run = plan(FakeRuns.COPY, true, true);

        assertThat(lister.plan(run.id())).isEqualTo(KeyRange.whole(run.id()));
        assertThat(run.notes()).isEmpty();
        assertThat(clouds.cf().requests().count(Operation.CREATE_BUCKET)).isZero();
    }

    @Test
    void refusesMissingSource() {
        Run run = plan(FakeRuns.COPY, false, true);

        assertThatExceptionOfType(BucketMissingException.class)
                .isThrownBy(() -> lister.plan(run.id()))
                .withMessage("the source s3://src does not exist; check its name and the account of store s3");
    }

    @Test
    void createsMissingDestination() {
        Run run = plan(FakeRuns.COPY, true, false);

        lister.plan(run.id());

        assertThat(clouds.cf().objects("dst")).isEmpty();
        assertThat(run.notes()).containsExactly("created cf://dst");
        assertThat(run.isDestinationAbsent()).isFalse();
    }

    @Test
    void refusesMissingDestinationThatIsNotToBeMade() {
        for (RunOptions options : new RunOptions[] {NO_CREATE, DRY_NO_CREATE}) {
            Run run = plan(options, true, false);

            assertThatExceptionOfType(BucketMissingException.class)
                    .isThrownBy(() -> lister.plan(run.id()))
                    .withMessage("the destination cf://dst does not exist; create it or leave out --no-create");
        }
        assertThat(clouds.cf().requests().count(Operation.CREATE_BUCKET)).isZero();
    }

    @Test
    void createsNothingInADryRun() {
        Run run = plan(FakeRuns.DRY, true, false);

        lister.plan(run.id());

        assertThat(clouds.cf().requests().count(Operation.CREATE_BUCKET)).isZero();
        assertThat(run.notes()).containsExactly("dry run: nothing is copied", "would create cf://dst");
        assertThat(run.isDestinationAbsent()).isTrue();
    }

    @Test
    void failsARunThatDidNotComeToListing() {
        Run run = plan(FakeRuns.COPY, false, true);

        RangeMarker marker =
                lister.fail(run.id(), new BucketMissingException("the source s3://src is gone"), null, null);

        assertThat(marker)
                .isEqualTo(new RangeMarker(
                        KeyRange.whole(run.id()), Ending.FAILED, "the source s3://src is gone", 0, 0, 0));
        assertThat(run.ranges().arrive(marker)).isTrue();
        assertThat(run.progress().isListingEnded()).isTrue();
    }

    /** The route fails a range whose end throws: its lister is counted once. */
    @Test
    void countsTheListerOfARangeWhoseEndFailsOnce(@TempDir Path directory) {
        Listers listers = new Listers(1);
        Lister sorting = lister(listers, new SortSpace(directory.resolve("gone"), 1 << 20, 0));
        clouds.cf().with("dst", "q/extra", "x");
        Run run = plan(FakeRuns.options(RunMode.CHECK, Compare.ETAG), true, true);
        RangeListing listing = listed(sorting, run);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> sorting.end(listing));
        RangeMarker marker = sorting.fail(
                run.id(),
                new UncheckedIOException(new IOException()),
                run.ranges().whole(),
                listing);

        assertThat(marker.ending()).isEqualTo(Ending.FAILED);
        assertThat(listers.take()).isEqualTo(1);
    }

    @Test
    void endsARangeThatLeavesSomethingOnDisk() {
        Listers listers = new Listers(1);
        Lister sorting = lister(listers, new Stuck());
        Run run = plan(FakeRuns.COPY, true, true);

        RangeMarker marker = sorting.end(listed(sorting, run));

        assertThat(marker.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(run.ranges().arrive(marker)).isTrue();
        assertThat(run.progress().isListingEnded()).isTrue();
        assertThat(run.notes()).anyMatch(note -> note.startsWith("something is left in the temporary directory: "));
        assertThat(listers.take()).isEqualTo(1);
    }

    @Test
    void failsARangeThatLeavesSomethingOnDisk() {
        Listers listers = new Listers(1);
        Lister sorting = lister(listers, new Stuck());
        Run run = plan(FakeRuns.COPY, true, true);
        RangeListing listing = listed(sorting, run);

        RangeMarker marker = sorting.fail(
                run.id(), new IllegalStateException("broken"), run.ranges().whole(), listing);

        assertThat(marker.ending()).isEqualTo(Ending.FAILED);
        assertThat(listers.take()).isEqualTo(1);
    }

    private Lister lister(Listers listers, SortSpace space) {
        return new Lister(clouds.runs(), (run, skipped) -> {}, listers, space);
    }

    /** All of its pages decided, as the route does. */
    private static RangeListing listed(Lister lister, Run run) {
        RangeListing listing = lister.open(run.ranges().whole());
        boolean hasNext = listing.hasNext();
        while (hasNext) {
            SourcePage page = listing.next();
            hasNext = listing.hasNext();
            listing.decide(page.entries());
        }
        return listing;
    }

    /** A disk that does not let go of what is on it. */
    private static final class Stuck extends SortSpace {

        @Override
        void giveBack(long bytes) {
            throw new UncheckedIOException("removing a sorted listing: stale", new IOException("stale"));
        }
    }

    private Run plan(RunOptions options, boolean hasSource, boolean hasDestination) {
        if (hasSource) {
            clouds.s3().bucket("src");
        }
        if (hasDestination) {
            clouds.cf().bucket("dst");
        }
        return clouds.start("s3://src/p->cf://dst/q", options);
    }
}
