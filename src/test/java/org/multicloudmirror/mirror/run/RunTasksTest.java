package org.multicloudmirror.mirror.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class RunTasksTest {

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://a->cf://b");

    @Test
    void countsOneOutcomeOfATask() {
        CopyTask task = claimed("k");

        assertThat(run.tasks().arrive(outcome(task, OutcomeKind.COPIED))).isTrue();
        assertThat(run.tasks().arrive(outcome(task, OutcomeKind.FAILED))).isFalse();

        assertThat(run.progress().finished()).isOne();
        assertThat(run.progress().failed()).isZero();
    }

    @Test
    void countsNoOutcomeOfATaskThatItNeverQueued() {
        CopyTask task = task("k");

        assertThat(run.tasks().arrive(outcome(task, OutcomeKind.COPIED))).isFalse();
    }

    /** The first of two tasks of a key is over, and its late outcome is not the second's. */
    @Test
    void anOutcomeIsOfItsTaskAndNotOfItsKey() {
        CopyTask first = claimed("k");
        run.tasks().arrive(outcome(first, OutcomeKind.COPIED));
        CopyTask second = claimed("k");

        assertThat(run.tasks().arrive(outcome(first, OutcomeKind.COPIED))).isFalse();
        assertThat(run.tasks().claim(task("k"))).isFalse();
        assertThat(run.tasks().arrive(outcome(second, OutcomeKind.COPIED))).isTrue();
        assertThat(run.tasks().claim(task("k"))).isTrue();
    }

    @Test
    void whatWasNeverQueuedAlwaysCounts() {
        Outcome skipped =
                new Outcome(run.id(), "k", 1, ETag.NONE, OutcomeKind.SKIPPED, 0, "", Duration.ZERO, Evidence.NONE);

        assertThat(run.tasks().arrive(skipped)).isTrue();
        assertThat(run.tasks().arrive(skipped)).isTrue();
    }

    @Test
    void isBegunOnce() {
        CopyTask task = claimed("k");
        CopyTask over = claimed("over");
        run.tasks().arrive(outcome(over, OutcomeKind.COPIED));

        assertThat(run.begin(task.sequence())).isTrue();
        assertThat(run.begin(task.sequence())).isFalse();
        assertThat(run.begin(over.sequence())).isFalse();
    }

    @Test
    void missesWhatNobodyHas() {
        CopyTask lost = claimed("lost");
        CopyTask held = claimed("held");
        endListing();

        assertThat(run.tasks().missing(Set.of(held.sequence()))).containsExactly(lost);
    }

    /** It may wait for room in the queue, as long as that takes. */
    @Test
    void missesNothingWhileItIsListed() {
        claimed("k");

        assertThat(run.tasks().missing(Set.of())).isEmpty();
    }

    /** What comes twice does not make up for another one that is dropped. */
    @Test
    void countsEachTaskThatIsAskedForOnce() {
        CopyTask task = claimed("k");
        CopyTask sameKey = task("k");

        assertThat(run.tasks().claim(task)).isFalse();
        assertThat(run.tasks().asked(task.range())).isOne();
        assertThat(run.tasks().claim(sameKey)).isFalse();
        assertThat(run.tasks().asked(task.range())).isEqualTo(2);
        assertThat(run.tasks().queued(task.range())).isOne();
    }

    private void endListing() {
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));
    }

    private CopyTask claimed(String key) {
        CopyTask task = task(key);
        assertThat(run.tasks().claim(task)).isTrue();
        return task;
    }

    private CopyTask task(String key) {
        return Tasks.of(run, new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false), Decision.COPY_MISSING);
    }

    private static Outcome outcome(CopyTask task, OutcomeKind kind) {
        return new Outcome(
                task.runId(),
                task.sequence(),
                task.entry().key(),
                1,
                ETag.NONE,
                kind,
                1,
                "",
                Duration.ZERO,
                Evidence.NONE);
    }
}
