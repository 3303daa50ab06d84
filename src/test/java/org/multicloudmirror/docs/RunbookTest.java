package org.multicloudmirror.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who is called finds the page for it: alerts and exit codes, and sections of the runbook, belong together. */
class RunbookTest {

    private static final Path PAGE = Path.of("docs/runbook.md");
    private static final String RULES = read(Path.of("docker/monitoring/mirror.rules.yml"));
    private static final String TESTS = read(Path.of("docker/monitoring/mirror.rules.test.yml"));

    @Test
    void hasASectionForEachAlertAndNoOther() {
        List<String> alerts = all("- alert: (\\w+)", RULES);

        assertThat(alerts).doesNotHaveDuplicates().isNotEmpty();
        assertThat(all("(?m)^### (Mirror\\w+)$", Page.of(PAGE).text())).containsExactlyInAnyOrderElementsOf(alerts);
    }

    @Test
    void isNamedByEachAlertAtItsSection() {
        assertThat(all("runbook_url: docs/runbook.md#(\\w+)", RULES))
                .isEqualTo(all("- alert: (\\w+)", RULES).stream()
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    @Test
    void hasASectionForEachExitCodeOfARun() {
        String codes = Page.of(Path.of("docs/exit-codes.md")).text().split("## Other commands", 2)[0];

        assertThat(all("(?m)^### Code (\\d+)$", Page.of(PAGE).text())).isEqualTo(all("(?m)^\\| (\\d+) \\|", codes));
    }

    @Test
    void isAboutAlertsThatAreTested() {
        assertThat(all("- alert: (\\w+)", RULES))
                .allSatisfy(alert -> assertThat(TESTS).contains("alertname: " + alert + "\n"));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
