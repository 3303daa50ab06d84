package org.multicloudmirror.driver.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LearntTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Learnt<String> learnt = new Learnt<>(new QuirkMemory("s3", Duration.ofHours(1), now::get));

    @Test
    void knowsNothingThatItHasNotLearnt() {
        assertThat(learnt.of(Learnt.STORE)).isEmpty();
        assertThat(learnt.is("b", "x")).isFalse();
    }

    @Test
    void keepsScopesApart() {
        learnt.learn("b", "x");

        assertThat(learnt.of("b")).contains("x");
        assertThat(learnt.is("b", "x")).isTrue();
        assertThat(learnt.of("c")).isEmpty();
        assertThat(learnt.of(Learnt.STORE)).isEmpty();
    }

    @Test
    void forgetsAfterAWhileUnlessItIsShownAgain() {
        learnt.learn("b", "x");
        learnt.learn("c", "x");
        pass(Duration.ofMinutes(50));
        learnt.learn("c", "x");
        pass(Duration.ofMinutes(50));

        assertThat(learnt.of("b")).isEmpty();
        assertThat(learnt.of("c")).contains("x");
    }

    /** So that a service does not tell the same thing each hour. */
    @Test
    void tellsWhatIsNewOnly() {
        assertThat(learnt.learn("b", "x")).isTrue();
        assertThat(learnt.learn("b", "x")).isFalse();
        pass(Duration.ofHours(2));
        assertThat(learnt.learn("b", "x")).isFalse();
        assertThat(learnt.learn("b", "y")).isTrue();
    }

    @Test
    void unlearnsWhatTheStoreContradicts() {
        learnt.learn("b", "x");
        learnt.unlearn("b");

        assertThat(learnt.of("b")).isEmpty();
        assertThat(learnt.learn("b", "x")).isTrue();
    }

    @Test
    void isBounded() {
        for (int i = 0; i <= 10_000; i++) {
            learnt.learn("object " + i, "x");
        }

        assertThat(learnt.of("object 0")).isEmpty();
        assertThat(learnt.of("object 10000")).contains("x");
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
