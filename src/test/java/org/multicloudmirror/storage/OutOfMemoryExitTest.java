package org.multicloudmirror.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a process that may end. */
class OutOfMemoryExitTest {

    @Test
    void endsTheProcessWhoseMemoryRanOut() throws Exception {
        Process process = start("memory");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .contains("out of memory: give Java more (-Xmx)")
                .doesNotContain("went on");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void leavesAnyOtherErrorToItsObject() throws Exception {
        Process process = start("stack");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("went on");
        assertThat(process.waitFor()).isZero();
    }

    private static Process start(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Met.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
    }

    /** Meets an Error, as a worker does. */
    static final class Met {

        private Met() {}

        public static void main(String[] args) {
            Error error = args[0].equals("memory") ? new OutOfMemoryError("Java heap space") : new StackOverflowError();
            OutOfMemoryExit.check(new IllegalStateException("wrapped", error));
            System.out.println("went on");
        }
    }
}
