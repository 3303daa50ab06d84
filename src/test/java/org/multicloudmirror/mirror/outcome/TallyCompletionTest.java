package org.multicloudmirror.mirror.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.mirror.task.Skips;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.testing.FakeRuns;

/** When a run is over: not before its last outcome, and not later. */
class TallyCompletionTest {

    private final Run run = new FakeRuns().start("s3://b->cf://c");
    private final Tally tally = new Tally();

    @Test
    void isCompleteWithoutAnyObject() {
        assertThat(tally.isComplete()).isFalse();

        tally.add(marker(0, 0));

        assertThat(tally.isComplete()).isTrue();
        assertThat(tally.summary(run).status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void isNotCompleteBeforeEveryRangesMarkerIsIn() {
        tally.add(marker(1, 0));
        assertThat(tally.isComplete()).isFalse();

        tally.add(marker(0, 1, 1));
        assertThat(tally.isComplete()).isFalse();

        tally.add(outcome("k", OutcomeKind.COPIED));
        assertThat(tally.isComplete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(OutcomeKind.class)
    void countsOutcomesOfAnyKindTowardsCompletion(OutcomeKind kind) {
        tally.add(marker(0, 1));

        tally.add(outcome("k", kind));

        assertThat(tally.isComplete()).isTrue();
    }

    /** Every order of the markers of three ranges, each cut off from the one before, and of their outcomes. */
    @Test
    void isCompleteWithTheLastMessageWhateverTheOrder() {
        List<Object> messages = new ArrayList<>(List.of(marker(0, 2, 1), marker(1, 0, 2), marker(2, 1)));
        Collections.addAll(messages, outcome("a", OutcomeKind.COPIED), outcome("b", OutcomeKind.EQUAL));
        messages.add(outcome("c", OutcomeKind.FAILED));
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(messages, random);
            Tally shuffled = new Tally();
            for (int at = 0; at < messages.size(); at++) {
                add(shuffled, messages.get(at));
                assertThat(shuffled.isComplete()).as("%s", messages).isEqualTo(at == messages.size() - 1);
            }
        }
    }

    private static void add(Tally to, Object message) {
        if (message instanceof RangeMarker marker) {
            to.add(marker);
        } else if (message instanceof Outcome outcome) {
            to.add(outcome);
        }
    }

    private RangeMarker marker(int index, long queued, Integer... cuts) {
        return new RangeMarker(
                new KeyRange(run.id(), index, "", null),
                Ending.COMPLETE,
                "",
                queued,
                queued,
                0,
                Skips.NONE,
                Extras.NONE,
                List.of(cuts));
    }

    private Outcome outcome(String key, OutcomeKind kind) {
        return new Outcome(run.id(), key, 10, ETag.NONE, kind, 1, "", Duration.ZERO, Evidence.NONE);
    }
}
