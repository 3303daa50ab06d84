package org.multicloudmirror.mirror.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.mirror.run.Summary;
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

class TallyTest {

    private final Run run = new FakeRuns().start("s3://b->cf://c");
    private final Tally tally = new Tally();

    @Test
    void sumsUp() {
        tally.add(first(Ending.COMPLETE, "", 4, 100, 90));
        tally.add(new RangeMarker(new KeyRange(run.id(), 1, "m", null), Ending.COMPLETE, "", 1, 10, 9));
        tally.add(outcome("a", OutcomeKind.COPIED));
        tally.add(outcome("b", OutcomeKind.COPIED));
        tally.add(outcome("c", OutcomeKind.EQUAL));
        tally.add(outcome("d", OutcomeKind.SKIPPED));
        tally.add(outcome("e", OutcomeKind.GONE));
        run.note("created cf://c");

        Summary summary = tally.summary(run);

        assertThat(summary.runId()).isEqualTo(run.id());
        assertThat(summary.scenario()).isEqualTo(run.scenario());
        assertThat(summary.notes()).containsExactly("created cf://c");
        assertThat(summary.listed()).isEqualTo(110);
        assertThat(summary.equal()).isEqualTo(100);
        assertThat(summary.bytes()).isEqualTo(20);
        assertThat(summary.counts())
                .isEqualTo(Map.of(
                        OutcomeKind.COPIED, 2L, OutcomeKind.EQUAL, 1L, OutcomeKind.SKIPPED, 1L, OutcomeKind.GONE, 1L));
        assertThat(summary.sample(OutcomeKind.COPIED)).extracting(Outcome::key).containsExactly("a", "b");
        assertThat(summary.sample(OutcomeKind.EQUAL)).isEmpty();
        assertThat(summary.status()).isEqualTo(RunStatus.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, COPIED, OK",
        "COMPLETE, SKIPPED, OK",
        "COMPLETE, GONE, OK",
        "COMPLETE, ARCHIVED, OK",
        "COMPLETE, WOULD_COPY, OK",
        "COMPLETE, FAILED, SOME_FAILED",
        "COMPLETE, INTERRUPTED, INTERRUPTED",
        "COMPLETE, LEFT, LIMIT_REACHED",
        "LIMITED, COPIED, LIMIT_REACHED",
        "LIMITED, FAILED, SOME_FAILED",
        "LIMITED, INTERRUPTED, INTERRUPTED",
        "STOPPED, COPIED, INTERRUPTED",
        "STOPPED, LEFT, INTERRUPTED",
        "FAILED, LEFT, COULD_NOT_RUN",
        "STOPPED, FAILED, INTERRUPTED",
        "FAILED, COPIED, COULD_NOT_RUN",
        "FAILED, FAILED, COULD_NOT_RUN",
        "FAILED, INTERRUPTED, INTERRUPTED"
    })
    void hasTheWorstStatus(Ending ending, OutcomeKind kind, RunStatus status) {
        tally.add(new RangeMarker(run.ranges().whole(), ending, "broke off", 1, 1, 0));
        tally.add(outcome("k", kind));

        assertThat(tally.summary(run).status()).isEqualTo(status);
    }

    @Test
    void namesEachProblem() {
        tally.add(first(Ending.FAILED, "s3://b: 503", 0, 1, 0));
        tally.add(new RangeMarker(new KeyRange(run.id(), 1, "m", null), Ending.FAILED, "cf://c: 403", 0, 1, 0));

        assertThat(tally.summary(run).problem()).isEqualTo("s3://b: 503; cf://c: 403");
    }

    @Test
    void saysWhatALimitLeft() {
        Run limited = new FakeRuns()
                .start(
                        "s3://b->cf://c",
                        FakeRuns.within(new Budget(Duration.ZERO, Budget.NO_LIMIT), RunMode.MIRROR, Compare.ETAG));
        tally.add(new RangeMarker(run.ranges().whole(), Ending.LIMITED, "", 0, 1, 0));
        assertThat(tally.summary(limited).problem())
                .isEqualTo(
                        "--max-duration was reached: what was not listed yet is left; the next run goes on from here");

        tally.add(outcome("a", OutcomeKind.LEFT));

        assertThat(tally.summary(limited).problem())
                .isEqualTo("--max-duration was reached: 1 object is left, and what was not listed yet;"
                        + " the next run goes on from here");
    }

    @Test
    void keepsTheFirstHundredOfEachKind() {
        for (int i = 0; i < 250; i++) {
            tally.add(outcome("c" + i, OutcomeKind.COPIED));
            tally.add(outcome("f" + i, OutcomeKind.FAILED));
        }

        Summary summary = tally.summary(run);

        assertThat(summary.count(OutcomeKind.COPIED)).isEqualTo(250);
        assertThat(summary.sample(OutcomeKind.COPIED))
                .hasSize(100)
                .last()
                .extracting(Outcome::key)
                .isEqualTo("c99");
        assertThat(summary.sample(OutcomeKind.FAILED))
                .hasSize(100)
                .last()
                .extracting(Outcome::key)
                .isEqualTo("f99");
    }

    private Outcome outcome(String key, OutcomeKind kind) {
        return new Outcome(run.id(), key, 10, ETag.NONE, kind, 1, "", Duration.ZERO, Evidence.NONE);
    }

    /** The marker of the first of two ranges. */
    /** What was left out has no outcome that is waited for. */
    @Test
    void countsWhatWasLeftOutByRule() {
        List<Outcome> first = IntStream.range(0, Summary.SAMPLE_LIMIT)
                .mapToObj(i -> outcome("k" + i, OutcomeKind.SKIPPED))
                .toList();
        Tally tally = new Tally();
        tally.add(leavingOut(0, new Skips(Map.of("larger than --maxsize", 2L), first.subList(0, 2)), 1));
        tally.add(outcome("a", OutcomeKind.COPIED));
        assertThat(tally.isComplete()).isFalse();
        tally.add(leavingOut(1, new Skips(Map.of("larger than --maxsize", 1L, "filtered", 600_000L), first)));

        assertThat(tally.isComplete()).isTrue();
        Summary summary = tally.summary(run);
        assertThat(summary.status()).isEqualTo(RunStatus.OK);
        assertThat(summary.counts()).isEqualTo(Map.of(OutcomeKind.COPIED, 1L, OutcomeKind.SKIPPED, 600_003L));
        assertThat(summary.sample(OutcomeKind.SKIPPED)).hasSize(Summary.SAMPLE_LIMIT);
        assertThat(summary.notes()).containsExactly("skipped, filtered: 600000", "skipped, larger than --maxsize: 3");
    }

    private RangeMarker leavingOut(int index, Skips skips, Integer... cuts) {
        KeyRange range = new KeyRange(run.id(), index, "", null);
        return new RangeMarker(
                range, Ending.COMPLETE, "", 1 - index, skips.total(), 0, skips, Extras.NONE, List.of(cuts));
    }

    private RangeMarker first(Ending ending, String problem, long queued, long listed, long equal) {
        KeyRange range = new KeyRange(run.id(), 0, "", "m");
        return new RangeMarker(range, ending, problem, queued, listed, equal, Skips.NONE, Extras.NONE, List.of(1));
    }
}
