package org.multicloudmirror.mirror.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
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
    void losesWhatTwoLooksMiss() {
        CopyTask lost = claimed("lost");
        CopyTask held = claimed("held");
        endListing();

        assertThat(run.tasks().lost(Set.of(held.sequence()))).isEmpty();
        assertThat(run.tasks().lost(Set.of(held.sequence()))).containsExactly(lost);
    }

    @Test
    void whatIsOnlyOnItsWayIsNotLost() {
        CopyTask task = claimed("k");
        endListing();

        assertThat(run.tasks().lost(Set.of())).isEmpty();
        assertThat(run.tasks().lost(Set.of(task.sequence()))).isEmpty();
        assertThat(run.tasks().lost(Set.of())).isEmpty();
        run.tasks().arrive(outcome(task, OutcomeKind.COPIED));
        assertThat(run.tasks().lost(Set.of())).isEmpty();
    }

    /** It may wait for room in the queue, as long as that takes. */
    @Test
    void losesNothingWhileItIsListed() {
        claimed("k");

        assertThat(run.tasks().lost(Set.of())).isEmpty();
        assertThat(run.tasks().lost(Set.of())).isEmpty();
    }

    @Test
    void givesWhatIsLostOneOutcome() {
        CopyTask lost = claimed("lost");
        CopyTask held = claimed("held");
        endListing();
        List<Outcome> arrived = new ArrayList<>();
        LostMessages watch =
                new LostMessages(clouds.runs(), new FakeMessages().with(held).arriving(body -> {
                            Outcome outcome = (Outcome) body;
                            arrived.add(outcome);
                            run.tasks().arrive(outcome);
                        }));

        LongStream.range(0, 5).forEach(look -> watch.look());

        assertThat(arrived).hasSize(1);
        assertThat(arrived.get(0).sequence()).isEqualTo(lost.sequence());
        assertThat(arrived.get(0).kind()).isEqualTo(OutcomeKind.FAILED);
        assertThat(arrived.get(0).reason()).startsWith("lost on its way");
        assertThat(run.tasks().arrive(outcome(lost, OutcomeKind.COPIED))).isFalse();
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
