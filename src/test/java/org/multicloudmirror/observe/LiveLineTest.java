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

    /** Weeks of a billion objects. */
    @Test
    void theLongestFiguresFitIntoEightyColumns() {
        ProgressText text = new ProgressText()
                .add("", "1,234,567,890 listed", Worth.LISTED)
                .add(", ", "12,345,678 of 123,456,789 done", Worth.DONE)
                .add(", ", "999.9 MB/s", Worth.RATE)
                .add(" ", "(limit 999.9 MB/s)", Worth.LIMIT)
                .add(", ", "limit 10,000 requests/s", Worth.LIMIT)
                .add(", ", "999 h 59 min left", Worth.TIME_LEFT)
                .add(", ", "123,456 failed", Worth.FAILED);

        line.show("s3://photographs-of-the-alps/2026/summer->cf://copies/photographs/2026/summer", text);

        String row = shown().replace(CLEAR, "").replace("\u001b[?7l", "").replace("\u001b[?7h", "");
        assertThat(row).isEqualTo("12,345,678 of 123,456,789 done, 999.9 MB/s, 999 h 59 min left, 123,456 failed");
        assertThat(TextWidth.of(row)).isLessThan(80);
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
