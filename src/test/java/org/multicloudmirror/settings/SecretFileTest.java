package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    private final Path directory;

    SecretFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void warnsOfAFileThatEveryoneCanRead() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "x");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(SecretFile.warning(file))
                .contains(file + " holds a secret and can be read by everyone on this machine; chmod 600 " + file);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(SecretFile.warning(file)).isEmpty();
    }

    /** A zip file has none either, as a disk of Windows. */
    @Test
    void warnsOfNothingWhereFilesHaveNoModes() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve("disk.zip"), Map.of("create", "true"))) {
            Path file = Files.writeString(zip.getPath("/key"), "x");

            assertThat(zip.supportedFileAttributeViews()).doesNotContain("posix");
            assertThat(SecretFile.warning(file)).isEmpty();
        }
    }
}
