package org.multicloudmirror.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static final Path UNITS = Path.of("src/package/systemd");
    private static final List<String> SERVICES = List.of("multi-cloud-mirror.service", "multi-cloud-mirror@.service");
    private static final Pattern SANDBOX = Pattern.compile("(?s)\nUser=.*?(?=\n\\[|$)");
    private static final Pattern PAGE = Pattern.compile("file:/usr/share/doc/multi-cloud-mirror/(docs/\\S+)");

    @Test
    void aRunIsHeldAsTheServiceIs() throws IOException {
        assertThat(sandbox(SERVICES.get(0))).contains("ProtectSystem=strict").isEqualTo(sandbox(SERVICES.get(1)));
    }

    @Test
    void whatTheyReferToIsThere() throws IOException {
        for (String service : SERVICES) {
            assertThat(PAGE.matcher(text(service)).results())
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(Path.of(page.group(1))).exists());
        }
    }

    private static String sandbox(String service) throws IOException {
        return SANDBOX.matcher(text(service))
                .results()
                .map(found -> found.group().strip())
                .findFirst()
                .orElseThrow();
    }

    private static String text(String service) throws IOException {
        return Files.readString(UNITS.resolve(service));
    }
}
