package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    private final Path directory;

    ReportDirectoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void isMadeWhenItIsMissing() throws IOException {
        Path deep = directory.resolve("a/b");

        assertThat(ReportDirectory.complaint(deep)).isEmpty();
        assertThat(deep).as("who looks makes nothing").doesNotExist();
        ReportDirectory.make(deep);
        ReportDirectory.make(deep);

        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void isNamedWhereItCannotBe() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        for (Path place : new Path[] {file, file.resolve("below")}) {
            String complaint =
                    "the directory of reports " + place + " cannot be used (it is no directory); name another by"
                            + " mirror.report.dir, or by report-dir of the scenario";
            assertThat(ReportDirectory.complaint(place)).contains(complaint);
            assertThatThrownBy(() -> ReportDirectory.make(place))
                    .isInstanceOf(IOException.class)
                    .hasMessage(complaint);
        }
    }

    @Test
    void mayBeALink() throws IOException {
        Path there = Files.createDirectory(directory.resolve("there"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), there);

        ReportDirectory.make(link);

        assertThat(ReportDirectory.complaint(link)).isEmpty();
    }
}
