package org.multicloudmirror.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.RateLimiter;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

class ProgressLineTest {

    private static final long GB = 1_000_000_000;

    private final Run run = new FakeRuns().start("s3://a->cf://b");
    private final ProgressLine line = new ProgressLine(run.progress(), Limits.none());

    @Test
    void tellsTheRecentRate() {
        run.progress().addListed(1200);
        run.progress().addBytes(3_000_000);

        assertThat(line(Limits.none())).isEqualTo("1,200 listed, 0 of 0+ done, 1.5 MB/s, 0 failed");
    }

    @Test
    void tellsWhatLimitsIt() {
        run.progress().addBytes(2_000_000);

        assertThat(line(new Limits(new RateLimiter(1_000_000), new RateLimiter(1500))))
                .isEqualTo("0 listed, 0 of 0+ done, 1.0 MB/s (limit 1.0 MB/s), limit 1,500 requests/s, 0 failed");
    }

    @Test
    void tellsWhyItStops() {
        assertThat(line.next(Duration.ofSeconds(1), Optional.of("the time is up")))
                .hasToString("0 listed, 0 of 0+ done, 0 B/s, 0 failed; stopping: the time is up");
    }

    /** During one large copy, and before there is any outcome. */
    @Test
    void tellsHowLongALargeObjectStillTakes() {
        Copy copy = copy(queued("large", 10 * GB));
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));

        copy.pass(GB);
        assertThat(next(1)).as("too early to tell").doesNotContain("left");
        copy.pass(3 * GB);
        assertThat(next(3)).contains("1.0 GB/s, 6.0 s left");
        copy.pass(2 * GB);
        assertThat(next(2)).contains("1.0 GB/s, 4.0 s left");
    }

    @Test
    void whatIsStillListedHasNoEnd() {
        copy(queued("large", 10 * GB)).pass(GB);

        assertThat(next(5)).doesNotContain("left");
    }

    @Test
    void anAttemptThatFailsIsStillToBeDone() {
        Copy copy = copy(queued("large", 10 * GB));
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));
        copy.attempt();
        copy.pass(8 * GB);
        next(8);

        copy.attempt();

        assertThat(run.progress().bytesLeft()).isEqualTo(10 * GB);
        assertThat(run.progress().bytes()).as("what passed has passed").isEqualTo(8 * GB);
        copy.pass(GB);
        assertThat(next(1)).contains("9.0 s left");
    }

    @Test
    void aPartThatPassesAgainCountsOnce() {
        Copy copy = copy(queued("large", 10 * GB));
        copy.pass(4 * GB);

        copy.repeat(GB);
        copy.pass(GB);

        assertThat(run.progress().bytesLeft()).isEqualTo(6 * GB);
        assertThat(run.progress().bytes()).isEqualTo(5 * GB);
    }

    /** They have their outcomes, and none of their bytes will pass. */
    @Test
    void whatIsEqualAfterAllOrFailsIsNotLeft() {
        CopyTask equal = queued("equal", 50 * GB);
        CopyTask failing = queued("failing", 20 * GB);
        Copy copy = copy(queued("copied", 10 * GB));
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));
        copy.pass(4 * GB);
        copy(failing).pass(GB);

        end(equal, OutcomeKind.EQUAL);
        end(failing, OutcomeKind.FAILED);

        assertThat(run.progress().bytesLeft()).isEqualTo(6 * GB);
        assertThat(next(5)).contains("1 failed").contains("6.0 s left");
    }

    /** Where most turn out equal, most of what waits will. */
    @Test
    void whatWaitsIsLikelyToBeAsThoseBefore() {
        for (int i = 0; i < 90; i++) {
            end(queued("equal" + i, GB), OutcomeKind.EQUAL);
        }
        queued("waiting", 100 * GB);

        assertThat(run.progress().bytesLeft()).isEqualTo(10 * GB);
    }

    @Test
    void anObjectMayTurnOutToHaveAnotherSize() {
        Copy copy = copy(queued("manifest", 0));
        copy.resize(7 * GB);
        assertThat(run.progress().bytesLeft()).isEqualTo(7 * GB);

        copy.pass(2 * GB);
        copy.resize(6 * GB);
        assertThat(run.progress().bytesLeft()).isEqualTo(4 * GB);

        end(copy.task(), OutcomeKind.COPIED);
        assertThat(run.progress().bytesLeft()).isZero();
    }

    @Test
    void tellsNothingWhenNothingMoves() {
        Copy copy = copy(queued("large", 10 * GB));
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));
        copy.pass(5 * GB);
        assertThat(next(5)).contains("left");

        for (int i = 0; i < 31; i++) {
            next(1);
        }

        assertThat(next(1)).doesNotContain("left");
    }

    @Test
    void whereNoBytePassesTheObjectsTell() {
        for (int i = 0; i < 100; i++) {
            queued("k" + i, GB);
        }
        CopyTask one = queued("one", GB);
        CopyTask other = queued("other", GB);
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));
        end(one, OutcomeKind.EQUAL);
        end(other, OutcomeKind.EQUAL);

        assertThat(next(4)).contains("2 of 102 done, 0 B/s, 3 min 20 s left");
    }

    private String line(Limits limits) {
        return new ProgressLine(run.progress(), limits)
                .next(Duration.ofSeconds(2), Optional.empty())
                .toString();
    }

    private String next(int seconds) {
        return line.next(Duration.ofSeconds(seconds), Optional.empty()).toString();
    }

    private CopyTask queued(String key, long size) {
        CopyTask task =
                Tasks.of(run, new ObjectEntry(key, size, ETag.NONE, Instant.EPOCH, false), Decision.COPY_MISSING);
        assertThat(run.tasks().claim(task)).isTrue();
        return task;
    }

    private Copy copy(CopyTask task) {
        return new Copy(task, run.copies());
    }

    private void end(CopyTask task, OutcomeKind kind) {
        run.tasks()
                .arrive(new Outcome(
                        task.runId(),
                        task.sequence(),
                        task.entry().key(),
                        task.entry().size(),
                        ETag.NONE,
                        kind,
                        1,
                        "",
                        Duration.ZERO,
                        Evidence.NONE));
    }
}
