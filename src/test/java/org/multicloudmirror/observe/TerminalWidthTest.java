package org.multicloudmirror.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TerminalWidthTest {

    private final AtomicReference<String> told = new AtomicReference<>("24 132\n");
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final TerminalWidth width = new TerminalWidth(
            () -> {
                asked.incrementAndGet();
                return told.get();
            },
            nanos::get);

    @Test
    void followsTheTerminalAndAsksSeldom() {
        assertThat(width.getAsInt()).isEqualTo(132);
        told.set("24 40\n");
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(width.getAsInt()).isEqualTo(132);
        assertThat(asked).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(width.getAsInt()).isEqualTo(40);
    }

    @Test
    void isTheUsualOneWhereNobodyTells() {
        told.set("0 0");

        assertThat(width.getAsInt()).isEqualTo(80);
    }
}
