package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.testing.Logged;

class IniFileTest {

    @Test
    void warnsOnceOfEachStateOfAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve(".boto"), "[Credentials]");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (Logged logged = Logged.of(IniFile.class)) {
            IniFile.warn(file);
            IniFile.warn(file);
            assertThat(logged.lines()).hasSize(1);

            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-30T12:00:00Z")));
            IniFile.warn(file);
            assertThat(logged.lines()).hasSize(2);
        }
    }
}
