package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    /** Windows refuses more than Linux does: colons, question marks, quotes. */
    @Test
    void tellsOfATextThatIsNoPath(@TempDir Path directory) throws IOException {
        Path config = Files.writeString(directory.resolve("one.properties"), "mirror.state-dir=a\\u0000b\n");
        StringWriter err = new StringWriter();

        int exitCode = Main.run(
                new String[] {"history", "--config", config.toString()},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err)
                .hasToString("multi-cloud-mirror: \"a\\u0000b\" is no path on this system (Nul character not allowed);"
                        + " write one that it has\n");
    }
}
