package org.multicloudmirror.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the checkout that is made from the code; {@code -Dgolden.update=true} makes it anew, for review. */
public final class Generated {

    private Generated() {}

    /** Fails when the file is not what the code makes of it. */
    public static void assertUpToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as(file + ", made from the code: ./mvnw test -Dgolden.update=true")
                .isEqualTo(Files.readString(file));
    }
}
