package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is in the packaged jar, and what is not. */
class JarContentsIT {

    private static final Path FILE = Path.of(System.getProperty("mirror.test.jar"));
    private static final long LARGE = 42L << 20;

    private final ZipFile jar = new ZipFile(FILE.toFile());

    JarContentsIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void hasOurLicenceAndNotice() throws IOException {
        assertThat(text("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
        assertThat(text("META-INF/NOTICE")).startsWith(Files.readString(Path.of("NOTICE")));
        assertThat(entries("META-INF/(NOTICE\\.\\w+|LICENSE\\.\\w+|[\\w-]+-LICENSE)"))
                .as("those of libraries are in licenses/ and in NOTICE")
                .isEmpty();
    }

    @Test
    void hasTheLicenceOfEachLibrary() throws IOException {
        assertThat(text("META-INF/licenses/index.tsv").lines().skip(1))
                .hasSizeGreaterThanOrEqualTo(libraries())
                .allSatisfy(line -> {
                    for (String file : line.split("\t", -1)[2].split(" ", -1)) {
                        assertThat(text("META-INF/licenses/" + file)).isNotBlank();
                    }
                });
    }

    @Test
    void listsItsLibrariesForPrograms() throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(text("META-INF/sbom/multi-cloud-mirror.cdx.json"))
                        .path("components"))
                .hasSize(libraries());
    }

    @Test
    void hasOneHttpClient() {
        assertThat(entries("(io/netty|org/apache/http|org/apache/commons/logging)/.*"))
                .isEmpty();
    }

    @Test
    void staysSmall() throws IOException {
        assertThat(Files.size(FILE)).isLessThan(LARGE);
    }

    private Stream<String> entries(String regex) {
        return jar.stream().map(ZipEntry::getName).filter(name -> name.matches(regex));
    }

    private int libraries() throws IOException {
        return Math.toIntExact(text("META-INF/multi-cloud-mirror/contents")
                .lines()
                .filter(line -> line.contains(":jar:"))
                .count());
    }

    private String text(String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
