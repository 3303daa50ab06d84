package org.multicloudmirror.component;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What Camel's tools are told of the component is what it does. */
class SchemaTest {

    private static final Pattern HEADER = Pattern.compile("ObjectStoreConstants\\.([A-Z_]+)");

    private final JsonNode schema = read();

    @Test
    void camelFindsIt() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThat(new ObjectMapper().readTree(context.getComponentParameterJsonSchema("objectstore")))
                    .isEqualTo(schema);
        }
    }

    @Test
    void everyOptionIsInItAndDescribed() throws IOException {
        List<String> options = Arrays.stream(ObjectStoreEndpoint.class.getDeclaredFields())
                .map(Field::getName)
                .filter(name -> !name.equals("stores"))
                .toList();

        assertThat(options).contains("operation", "location", "at");
        options.forEach(option -> assertDescribed("properties", option));
        schema.get("properties")
                .forEach(
                        option -> assertThat(option.get("description").asText()).isNotBlank());
        assertThat(page())
                .contains(options.stream()
                        .filter(option -> !option.equals("operation"))
                        .toList());
    }

    @Test
    void everyHeaderThatIsReadOrSetIsInItAndDescribed() throws Exception {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/multicloudmirror/component"))) {
            for (Path file : files.toList()) {
                String source = Files.readString(file);
                assertThat(source)
                        .as("%s: headers by their constants", file)
                        .doesNotContainPattern("Header\\([a-z.]*\"");
                HEADER.matcher(source).results().forEach(found -> used.add(found.group(1)));
            }
        }
        used.remove("AGAIN");

        assertThat(used).contains("KEY", "LOCATION", "UPLOAD_SIZE");
        for (String constant : used) {
            String name = (String) ObjectStoreConstants.class.getField(constant).get(null);
            assertDescribed("headers", name);
            assertThat(page()).contains(name);
        }
        assertThat(schema.get("headers")).hasSameSizeAs(used);
    }

    @Test
    void everyOperationIsInIt() throws IOException {
        List<String> operations =
                Arrays.stream(Operation.values()).map(Operation::word).toList();

        assertThat(schema.get("properties").get("operation").get("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(operations);
        assertThat(page()).contains(operations);
    }

    private void assertDescribed(String kind, String name) {
        JsonNode described = schema.get(kind).get(name);
        assertThat(described).as(name).isNotNull();
        assertThat(described.get("description").asText()).as(name).isNotBlank();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/objectstore.md"));
    }

    private static JsonNode read() {
        try (InputStream json =
                SchemaTest.class.getResourceAsStream("/META-INF/org/multicloudmirror/component/objectstore.json")) {
            return new ObjectMapper().readTree(requireNonNull(json));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
