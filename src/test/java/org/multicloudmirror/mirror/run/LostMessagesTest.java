package org.multicloudmirror.mirror.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.OutcomeKind;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Logged;
import org.multicloudmirror.testing.Tasks;

class LostMessagesTest {

    private static final String LOST =
            "lost on its way through this program: a route that was edited may lose messages";

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://a->cf://b");
    private final AtomicLong seconds = new AtomicLong();
    private final List<Object> arrived = new ArrayList<>();
    private final FakeMessages messages = new FakeMessages().arriving(arrived::add);
    private final LostMessages lost =
            new LostMessages(clouds.runs(), messages, Duration.ofSeconds(30), () -> Duration.ofSeconds(seconds.get())
                    .toNanos());

    @Test
    void failsATaskThatNobodyHas() {
        CopyTask task = claimed("lost");
        messages.with(claimed("held"));
        endListing();

        lookAfter(29);
        assertThat(arrived).isEmpty();

        lookAfter(1);
        assertThat(arrived).singleElement().isInstanceOfSatisfying(Outcome.class, outcome -> {
            assertThat(outcome.sequence()).isEqualTo(task.sequence());
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.FAILED);
            assertThat(outcome.reason()).isEqualTo(LOST);
        });

        // it is on its way back meanwhile
        lookAfter(1);
        assertThat(arrived).hasSize(1);
    }

    @Test
    void whatAnInterruptedRunLosesIsInterrupted() {
        claimed("lost");
        endListing();
        run.interrupt();

        lookAfter(30);

        assertThat(arrived).singleElement().extracting("kind").isEqualTo(OutcomeKind.INTERRUPTED);
    }

    @Test
    void givesARangeThatNobodyHasItsMarkerAndTellsItsKeys() {
        run.ranges().planned();
        KeyRange range = run.ranges().cut(run.ranges().whole(), "m\n", "q");
        messages.with(run.ranges().whole());
        try (Logged logged = Logged.of(LostMessages.class)) {
            lookAfter(30);

            assertThat(logged.lines())
                    .containsExactly("ERROR the listing of the keys behind m\\u000a up to q was " + LOST);
        }
        assertThat(arrived).singleElement().extracting("range").isEqualTo(range);
    }

    @Test
    void namesTheFirstOfMany() {
        IntStream.range(0, 50).forEach(i -> claimed("k" + i));
        endListing();
        try (Logged logged = Logged.of(LostMessages.class)) {
            lookAfter(30);
            lookAfter(1);

            assertThat(logged.lines()).hasSize(21).contains("ERROR s3://a/k0 was " + LOST, "ERROR and so were 30 more");
        }
        assertThat(arrived).hasSize(50);
    }

    /** A look at several runs is over for none of them when one ends. */
    @Test
    void aRunThatEndsMeanwhileHidesNoneOfTheOthers() {
        claimed("lost");
        endListing();
        Run other = clouds.start("s3://c->cf://d");
        other.ranges().planned();
        messages.arriving(body -> {
            arrived.add(body);
            clouds.runs().find(run.id()).ifPresent(ending -> clouds.runs().end(ending, ended(ending)));
            clouds.runs().find(other.id()).ifPresent(ending -> clouds.runs().end(ending, ended(ending)));
        });

        lookAfter(30);

        assertThat(arrived).hasSize(2);
    }

    @Test
    void asksForNothingThatNobodyCanTell() {
        claimed("lost");
        endListing();
        messages.untold();

        lookAfter(30);

        assertThat(arrived).isEmpty();
    }

    private static Summary ended(Run ending) {
        return new Summary(
                ending.id(),
                ending.scenario(),
                RunStatus.OK,
                "",
                List.of(),
                Instant.EPOCH,
                Duration.ZERO,
                0,
                0,
                Map.of(),
                0,
                Map.of());
    }

    private void lookAfter(long more) {
        lost.look();
        seconds.addAndGet(more);
        lost.look();
    }

    private void endListing() {
        run.ranges().arrive(new RangeMarker(run.ranges().whole(), Ending.COMPLETE, "", 0, 0, 0));
    }

    private CopyTask claimed(String key) {
        CopyTask task = Tasks.of(run, new ObjectEntry(key, 1, ETag.NONE, Instant.EPOCH, false), Decision.COPY_MISSING);
        assertThat(run.tasks().claim(task)).isTrue();
        return task;
    }
}
