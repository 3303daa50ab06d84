package org.multicloudmirror.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.observe.ProgressText.Worth;

class LiveLineTest {

    private static final String CLEAR = "\r\u001b[K";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicInteger columns = new AtomicInteger(80);
    private final PrintStream terminal = new PrintStream(screen, true, UTF_8);
    private final LiveLine line = new LiveLine(terminal, columns::get);

    @Test
    void takesTheRowWithoutItsLastColumn() {
        line.show("s3://a->cf://b", new ProgressText().add("", "1 of 2 done", Worth.DONE));
        columns.set(10);
        line.show("s3://a->cf://b", new ProgressText().add("", "1 of 2 done", Worth.DONE));

        assertThat(shown())
                .isEqualTo(CLEAR + "\u001b[?7ls3://a->cf://b: 1 of 2 done\u001b[?7h" + CLEAR
                        + "\u001b[?7l1 of 2 do\u001b[?7h");
    }

    @Test
    void whatIsPrintedBesideItHasARowOfItsOwn() {
        line.beside(() -> terminal.print("before\n"));
        line.show("s3://a->cf://b", new ProgressText().add("", "1 done", Worth.DONE));
        line.beside(() -> terminal.print("after\n"));
        line.clear();

        assertThat(shown())
                .as("cleared once")
                .isEqualTo("before\n" + CLEAR + "\u001b[?7ls3://a->cf://b: 1 done\u001b[?7h" + CLEAR + "after\n");
    }

    private String shown() {
        return screen.toString(UTF_8);
    }
}
