package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionProgressTest {

    private final AtomicLong now = new AtomicLong(1);
    private final ConnectionProgress progress =
            new ConnectionProgress(new ProgressRule(Duration.ofSeconds(60), 128), now::get);

    @Test
    void givesUpWhoTakesNothing() {
        progress.sending();
        progress.enter();
        pass(59);
        assertThat(progress.overdue()).isEmpty();
        pass(1);

        assertThat(progress.overdue())
                .contains("the other side takes a request too slowly: 0 bytes in 60 s (mirror.http.min-rate is 128)");
    }

    @Test
    void givesUpWhoSendsABytePerSecond() {
        progress.readingBody();
        for (int second = 0; second < 60; second++) {
            io(1, 1);
        }

        assertThat(progress.overdue())
                .contains("the other side sends a body too slowly: 60 bytes in 60 s (mirror.http.min-rate is 128)");
    }

    @Test
    void bearsASlowLine() {
        progress.readingBody();
        for (int second = 0; second < 600; second++) {
            io(1, 128);
            assertThat(progress.overdue()).isEmpty();
        }
    }

    @Test
    void countsEachWindowForItself() {
        progress.readingBody();
        io(60, 10_000_000);
        assertThat(progress.overdue()).isEmpty();
        io(60, 0);

        assertThat(progress.overdue()).isPresent();
    }

    @Test
    void doesNotCountTheTimeThatGoesElsewhere() {
        progress.sending();
        for (int minute = 0; minute < 100; minute++) {
            io(0, 1);
            // a slow source, or a limit of ours
            pass(60);
        }

        assertThat(progress.overdue()).isEmpty();
    }

    @Test
    void leavesTheSilenceBeforeAnAnswerToTheReadTimeout() {
        progress.sending();
        io(59, 1);
        progress.awaiting();
        progress.enter();
        pass(59);

        assertThat(progress.overdue()).isEmpty();
    }

    @Test
    void wantsAnAnswersHeadersToGoOnOnceTheyHaveBegun() {
        progress.awaiting();
        io(59, 1);
        for (int second = 0; second < 60; second++) {
            assertThat(progress.overdue()).isEmpty();
            io(1, 1);
        }

        assertThat(progress.overdue()).hasValueSatisfying(why -> assertThat(why)
                .startsWith("the other side sends the headers of an answer too slowly: "));
    }

    @Test
    void doesNotWaitForEverForAnAnswerThatKeepsBeingAnnounced() {
        for (int second = 0; second <= 600; second++) {
            assertThat(progress.overdue()).isEmpty();
            if (second == 0) {
                progress.awaiting();
            }
            io(1, 10_000);
        }

        assertThat(progress.overdue()).contains("the answer is not complete after 600 s");
    }

    @Test
    void bearsTheDropsOfAServiceThatWorksOnAnAnswer() {
        progress.awaiting();
        io(1, 1);
        progress.readingBody();
        progress.readingAnswer(true);
        for (int drop = 0; drop < 59; drop++) {
            io(10, 1);
            assertThat(progress.overdue()).isEmpty();
        }
        io(10, 1);

        assertThat(progress.overdue()).contains("the answer is not complete after 600 s");
    }

    @Test
    void givesABodyAllTheTimeThatItTakes() {
        progress.awaiting();
        io(1, 500);
        progress.readingBody();
        for (int minute = 0; minute < 60; minute++) {
            io(60, 1_000_000);
            assertThat(progress.overdue()).isEmpty();
        }
    }

    private void io(long seconds, int bytes) {
        progress.enter();
        pass(seconds);
        progress.leave(bytes);
    }

    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
