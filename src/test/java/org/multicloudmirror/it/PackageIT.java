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
        Path one = copied(directory.resolve("one"), "022");
        Path other = copied(directory.resolve("elsewhere/other"), "027");

        String sums = built(one, "022", "UTC");
        assertThat(sums).contains("multi-cloud-mirror-", ".tar.gz\n", "_all.deb\n");
        assertThat(built(other, "027", "Asia/Tokyo")).isEqualTo(sums);
    }

    private static Path copied(Path checkout, String umask) throws IOException, InterruptedException {
        Files.createDirectories(checkout);
        run("umask " + umask + " && cp -r " + String.join(" ", SOURCES) + " " + checkout, "UTC");
        return checkout;
    }

    /** The checksums of a clean build, as someone else makes it. */
    private static String built(Path checkout, String umask, String timeZone) throws IOException, InterruptedException {
        run("umask " + umask + " && cd " + checkout + " && ./mirror package -Dspotless.check.skip", timeZone);
        return Files.readString(checkout.resolve("target/SHA256SUMS"));
    }

    private static void run(String command, String timeZone) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", command).inheritIO();
        builder.environment().put("TZ", timeZone);
        assertThat(builder.start().waitFor()).as(command).isZero();
    }
}
