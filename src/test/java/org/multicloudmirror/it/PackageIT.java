package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds the packages of a version has the bytes that others have. */
@Tag("long")
class PackageIT {

    private static final List<String> SOURCES = List.of(
            ".mvn",
            "mirror",
            "mvnw",
            "pom.xml",
            "src",
            "routes",
            "config",
            "docs",
            "LICENSE",
            "NOTICE",
            "README.md",
            "CHANGELOG.md");

    @Test
    void twoBuildsAreTheSame(@TempDir Path directory) throws Exception {
        String sums = sums(directory.resolve("a"), "022", "UTC");

        assertThat(sums).contains("multi-cloud-mirror-", ".tar.gz\n", "_all.deb\n");
        assertThat(sums(directory.resolve("elsewhere/b"), "027", "Asia/Tokyo")).isEqualTo(sums);
    }

    /** The checksums of a clean build, as someone else makes it. */
    private static String sums(Path checkout, String umask, String timeZone) throws IOException, InterruptedException {
        Files.createDirectories(checkout);
        String copy = "umask " + umask + " && cp -r " + String.join(" ", SOURCES) + " " + checkout;
        String build = " && cd " + checkout + " && ./mirror package -Dspotless.check.skip";
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", copy + build).inheritIO();
        builder.environment().put("TZ", timeZone);
        assertThat(builder.start().waitFor()).isZero();
        return Files.readString(checkout.resolve("target/SHA256SUMS"));
    }
}
