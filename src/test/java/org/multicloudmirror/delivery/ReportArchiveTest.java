package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.SettingsLoader;

class ReportArchiveTest {

    private static final String FIRST = "mirror-20261101-000000-000-aaaaaaaa.jsonl";
    private static final String SECOND = "mirror-20261102-000000-000-bbbbbbbb.jsonl";
    private static final String THIRD = "mirror-20261103-000000-000-cccccccc.jsonl";
    private static final String OTHER = "mirror-notes.jsonl";

    private final Path directory;

    ReportArchiveTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        for (String name : List.of(FIRST, SECOND, THIRD, OTHER)) {
            Files.writeString(directory.resolve(name), "{}\n");
        }
    }

    @Test
    void keepsAllUnlessItIsTold() throws IOException {
        prune(Map.of());

        assertThat(names()).containsExactly(FIRST, SECOND, THIRD, OTHER);
    }

    @Test
    void keepsTheNewestAndWhatIsNoReport() throws IOException {
        prune(Map.of("MIRROR_REPORT_KEEP", "2"));

        assertThat(names()).containsExactly(SECOND, THIRD, OTHER);
    }

    @Test
    void keepsNoneThatIsTooOld() throws IOException {
        Files.setLastModifiedTime(
                directory.resolve(SECOND), FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        prune(Map.of("MIRROR_REPORT_KEEP_AGE", "30d"));

        assertThat(names()).containsExactly(FIRST, THIRD, OTHER);
    }

    private void prune(Map<String, String> environment) throws IOException {
        new ReportArchive(new SettingsLoader().environment(environment).load()).prune(directory.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
