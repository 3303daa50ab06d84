package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final List<Integer> codes = new ArrayList<>();
    private final OutOfMemory outOfMemory =
            new OutOfMemory(new PrintStream(text, true, StandardCharsets.UTF_8), codes::add);

    @Test
    void endsTheProcessWithOneLine() {
        outOfMemory.endIfIn(new IllegalStateException(new OutOfMemoryError("Java heap space")));

        assertThat(codes).containsExactly(1);
        assertThat(text.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("multi-cloud-mirror: out of memory: give Java more (-Xmx), or lower"
                        + " --process or --parts\n");
    }

    @Test
    void leavesEveryOtherFailureAlone() {
        outOfMemory.endIfIn(new IllegalStateException(new StackOverflowError()));

        assertThat(codes).isEmpty();
    }
}
