package org.multicloudmirror.mirror.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.testing.FakeRuns;

class RunRangesTest {

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://a->cf://b");
    private final RunRanges ranges = run.ranges();
    private final KeyRange whole = ranges.whole();

    @Test
    void theListingEndsWithTheLastMarker() {
        KeyRange cut = ranges.cut(whole, "m", null);

        assertThat(ranges.arrive(marker(whole))).isTrue();
        assertThat(run.progress().isListingEnded()).isFalse();

        assertThat(ranges.arrive(marker(cut))).isTrue();
        assertThat(run.progress().isListingEnded()).isTrue();
    }

    @Test
    void countsOneMarkerOfARange() {
        ranges.cut(whole, "m", null);

        assertThat(ranges.arrive(marker(whole))).isTrue();
        assertThat(ranges.arrive(marker(whole))).isFalse();
        assertThat(run.progress().isListingEnded()).isFalse();
    }

    @Test
    void knowsWhatWasCutOff() {
        KeyRange first = ranges.cut(whole, "m", null);
        KeyRange second = ranges.cut(whole, "f", "m");
        KeyRange third = ranges.cut(first, "t", null);

        assertThat(ranges.cutOff(whole)).containsExactly(first.index(), second.index());
        assertThat(ranges.cutOff(first)).containsExactly(third.index());
        assertThat(ranges.cutOff(third)).isEmpty();
    }

    /** Until the run's first range is sent it is nowhere, however long its buckets take to answer. */
    @Test
    void missesNothingBeforeItIsPlanned() {
        assertThat(ranges.missing(Set.of())).isEmpty();

        ranges.planned();
        assertThat(ranges.missing(Set.of())).containsExactly(whole);
        assertThat(ranges.missing(Set.of(whole))).isEmpty();
    }

    /** What it would queue is promised by no marker. */
    @Test
    void listsNothingThatWasGivenUp() {
        KeyRange cut = ranges.cut(whole, "m", null);
        ranges.arrive(marker(cut));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ranges.open(cut))
                .withMessage("range 1 came to be listed when it had been given up");
    }

    private static RangeMarker marker(KeyRange range) {
        return new RangeMarker(range, Ending.COMPLETE, "", 0, 0, 0);
    }
}
