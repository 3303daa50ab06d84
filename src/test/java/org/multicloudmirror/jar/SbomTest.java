package org.multicloudmirror.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;

/** The list of what is in the jar, for programs. */
class SbomTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/sbom/multi-cloud-mirror.cdx.json");
    private static final String REMEDY = FILE + " is not of this pom.xml: ./mvnw cyclonedx:makeBom";

    private final JsonNode sbom = new ObjectMapper().readTree(FILE.toFile());

    SbomTest() throws IOException {}

    @Test
    void listsWhatIsInTheJar() throws Exception {
        List<String> libraries = new ArrayList<>();
        for (JarredLibrary library : JarredLibrary.all()) {
            libraries.add(library.id() + ":" + library.version() + " " + sha256(library.file()));
        }

        assertThat(sbom.path("components"))
                .as(REMEDY)
                .extracting(SbomTest::component)
                .containsExactlyInAnyOrderElementsOf(libraries);
    }

    /** Poms, of which it is made, tell less than some libraries' own notices. */
    @Test
    void hasTheLicencesOfTheIndex() throws IOException {
        String text = Files.readString(FILE);
        for (JarredLibrary library : JarredLibrary.all()) {
            if (library.declared().isPresent()) {
                Matcher component = Pattern.compile(
                                "(\"group\" : \"%s\",\\s+\"name\" : \"%s\",.*?\"licenses\" : )\\[.*?\n      \\]"
                                        .formatted(Pattern.quote(library.group()), Pattern.quote(library.name())),
                                Pattern.DOTALL)
                        .matcher(text);
                text = component.replaceFirst(
                        "$1[\n        {\n          \"expression\" : \"" + library.spdx() + "\"\n        }\n      ]");
            }
        }

        Generated.assertUpToDate(FILE, text);
    }

    @Test
    void isOfThisVersion() {
        assertThat(sbom.at("/metadata/component/version").asText())
                .as(REMEDY)
                .isEqualTo(Pom.read(Path.of(""), Path.of("pom.xml")).version());
    }

    @Test
    void hasNothingThatDiffersBetweenBuilds() {
        assertThat(sbom.has("serialNumber")).isFalse();
        assertThat(sbom.path("metadata").has("timestamp")).isFalse();
    }

    private static String component(JsonNode component) {
        String sha256 = StreamSupport.stream(component.path("hashes").spliterator(), false)
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("");
        return component.path("group").asText() + ":" + component.path("name").asText() + ":"
                + component.path("version").asText() + " " + sha256;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
