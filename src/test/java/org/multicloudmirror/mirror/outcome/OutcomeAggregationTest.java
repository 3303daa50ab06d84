package org.multicloudmirror.mirror.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.mirror.task.Skips;
import org.multicloudmirror.testing.FakeExtras;
import org.multicloudmirror.testing.FakeRuns;

class OutcomeAggregationTest {

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://b->cf://c");
    private final OutcomeAggregation aggregation = new OutcomeAggregation(clouds.runs());

    @Test
    void endsARunThatLeavesSomethingOnDisk() {
        FakeExtras first = stuck();
        FakeExtras second = stuck();
        Tally tally = new Tally();
        tally.add(marker(run.ranges().whole(), first));
        tally.add(marker(new KeyRange(run.id(), 1, "m", null), second));

        aggregation.end(run.id(), tally);

        assertThat(run.ended()).isCompleted();
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
        assertThat(run.ended().join().notes())
                .filteredOn(note -> note.startsWith("something is left in the temporary directory: "))
                .hasSize(2);
    }

    private static RangeMarker marker(KeyRange range, Extras extras) {
        return new RangeMarker(range, Ending.COMPLETE, "", 0, 0, 0, Skips.NONE, extras, List.of());
    }

    /** Extras that cannot be removed. */
    private static FakeExtras stuck() {
        return new FakeExtras(() -> {
            throw new UncheckedIOException("removing a sorted listing: stale", new IOException("stale"));
        });
    }
}
