package org.multicloudmirror.mirror.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void withoutLimitsEverythingFits() {
        Budget budget = Budget.unlimited();

        assertThat(budget.take(Long.MAX_VALUE)).isTrue();
        assertThat(budget.isSpent()).isFalse();
        assertThat(budget.end()).isEmpty();
    }

    @Test
    void whatFitsExactlyIsTaken() {
        Budget budget = budget(null, 100);

        assertThat(budget.take(60)).isTrue();
        assertThat(budget.take(40)).isTrue();
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.isSpent()).isFalse();
    }

    @Test
    void whatDoesNotFitEndsItForSmallerOnesToo() {
        Budget budget = budget(null, 100);
        budget.take(60);

        assertThat(budget.take(41)).isFalse();

        assertThat(budget.isSpent()).isTrue();
        assertThat(budget.take(1)).isFalse();
        assertThat(budget.end()).contains("--max-transfer was reached");
        assertThat(budget.reason()).isEqualTo("--max-transfer was reached before it was copied");
    }

    @Test
    void whatCanNeverFitIsLeftOutAndEndsNothing() {
        Budget budget = budget(null, 100);

        assertThat(budget.take(101)).isFalse();

        assertThat(budget.reason()).isEqualTo("larger than --max-transfer by itself");
        assertThat(budget.isSpent()).isFalse();
        assertThat(budget.take(100)).isTrue();
    }

    @Test
    void isCorrectedWhenTheTrueSizeIsKnown() {
        Budget budget = budget(null, 100);
        budget.take(0);
        budget.take(50);

        assertThat(budget.correct(0, 50)).isTrue();
        assertThat(budget.correct(50, 40)).isTrue();

        assertThat(budget.take(10)).isTrue();
        assertThat(budget.take(1)).isFalse();
    }

    /** A dynamic large object lists as empty. */
    @Test
    void whatTurnsOutNotToFitIsLeftAndEndsIt() {
        Budget budget = budget(null, 100);
        budget.take(60);
        budget.take(0);

        assertThat(budget.correct(0, 41)).isFalse();

        assertThat(budget.end()).contains("--max-transfer was reached");
    }

    @Test
    void whatTurnsOutNeverToFitIsLeftAndEndsNothing() {
        Budget budget = budget(null, 100);
        budget.take(30);

        assertThat(budget.correct(30, Long.MAX_VALUE)).isFalse();

        assertThat(budget.isSpent()).isFalse();
        assertThat(budget.take(100)).isTrue();
    }

    @Test
    void withoutLimitsEverySizeFits() {
        Budget budget = Budget.unlimited();
        budget.take(0);

        assertThat(budget.correct(0, Long.MAX_VALUE)).isTrue();
        assertThat(budget.correct(Long.MAX_VALUE, 1)).isTrue();
    }

    @Test
    void endsWhenItsTimeIsUp() {
        Budget budget = budget(Duration.ofSeconds(2), Budget.NO_LIMIT);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
        assertThat(budget.take(1)).isTrue();
        nanos.incrementAndGet();

        assertThat(budget.take(1)).isFalse();
        assertThat(budget.isSpent()).isTrue();
        assertThat(budget.end()).contains("--max-duration was reached");
        assertThat(budget.reason()).isEqualTo("--max-duration was reached before it was copied");
    }

    @Test
    void takesTheLongestTimeThatCanBeWritten() {
        assertThat(budget(Duration.ofDays(7 * 999_999_999L), 1).isSpent()).isFalse();
    }

    private Budget budget(@Nullable Duration time, long bytes) {
        return new Budget(time, "--max-duration was reached", bytes, nanos::get);
    }
}
