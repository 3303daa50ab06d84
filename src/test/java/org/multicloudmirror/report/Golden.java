package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file of {@code src/test/resources/report}; {@code -Dgolden.update=true} writes it anew for review. */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/report");

    private Golden() {}

    static void assertMatches(String file, String actual) throws IOException {
        Path golden = DIRECTORY.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).as(file).isEqualTo(Files.readString(golden));
    }
}
