package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.testing.LockProbe;

class TemporaryDirectoryTest {

    private final Path parent;

    TemporaryDirectoryTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void goesWithItsFiles() throws IOException {
        try (TemporaryDirectory directory = TemporaryDirectory.in(parent)) {
            Path file = directory.file("report-", ".csv");

            assertThat(file).isEmptyFile();
            assertThat(entries()).containsExactly(file.getParent());
        }
        assertThat(entries()).isEmpty();
    }

    /** A process that ended without closing has no lock any more. */
    @Test
    void removesWhatAKilledRunLeft() throws IOException {
        Path left = Files.createDirectory(parent.resolve("multi-cloud-mirror-files-123"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve("report-1.jsonl"), "{}");

        try (TemporaryDirectory directory = TemporaryDirectory.in(parent)) {
            assertThat(left).doesNotExist();
            assertThat(directory.file("a", "b")).exists();
        }
    }

    @Test
    void leavesWhatIsInUse() throws Exception {
        try (TemporaryDirectory first = TemporaryDirectory.in(parent)) {
            Path file = first.file("report-", ".csv");

            TemporaryDirectory.in(parent).close();

            assertThat(file).exists();
            assertThat(LockProbe.isLocked(file.resolveSibling("lock")))
                    .as("another process leaves it, too")
                    .isTrue();
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere links may need a privilege")
    void leavesWhatItDidNotMake() throws IOException {
        Path other = Files.createDirectory(parent.resolve("multi-cloud-mirror-files"));
        Path unlocked = Files.createDirectory(parent.resolve("multi-cloud-mirror-files-9"));
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("lock"));
        Path link = Files.createSymbolicLink(parent.resolve("multi-cloud-mirror-files-link"), elsewhere);

        TemporaryDirectory.in(parent).close();

        assertThat(List.of(other, unlocked, link, elsewhere.resolve("lock")))
                .allSatisfy(path -> assertThat(path).exists());
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.toList();
        }
    }
}
