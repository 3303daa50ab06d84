package org.multicloudmirror.supply;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A library as Maven names it.
 *
 * @param name group:artifact
 */
record Library(String name, String version) {

    private static final Pattern LISTED =
            Pattern.compile("\\s+([^:\\s]+:[^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+):(?:compile|runtime)\\b.*");

    /** What the jar holds, as the build wrote it down. */
    static List<Library> inTheJar() throws IOException {
        try (InputStream contents = Library.class.getResourceAsStream("/META-INF/multi-cloud-mirror/contents")) {
            return listed(new String(Objects.requireNonNull(contents).readAllBytes(), UTF_8));
        }
    }

    /** Of what Maven lists. */
    static List<Library> listed(String contents) {
        return contents.lines().flatMap(Library::ofLine).toList();
    }

    /** Of a bill of materials in CycloneDX's JSON. */
    static List<Library> ofBill(String json) throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper().readTree(json).path("components").spliterator(), false)
                .map(Library::ofComponent)
                .toList();
    }

    private static Library ofComponent(JsonNode component) {
        return new Library(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText());
    }

    private static Stream<Library> ofLine(String line) {
        return LISTED.matcher(line).results().map(found -> new Library(found.group(1), found.group(2)));
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
