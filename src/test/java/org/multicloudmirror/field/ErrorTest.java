package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An Error in a worker, which a step throws that a user has added to the routes: nobody waits for its object. */
@Timeout(60)
class ErrorTest extends FieldTest {

    private static final String[] DELETING = {"--delete", "--max-delete=100%", "--min-sync=0"};

    private Path routes;

    @BeforeEach
    void copyTheInstallation() throws IOException {
        Path home = directory.resolve("home");
        routes = Files.createDirectories(home.resolve("routes"));
        Files.createSymbolicLink(home.resolve("config"), Path.of("config").toAbsolutePath());
        try (Stream<Path> shipped = Files.list(Path.of("routes"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        run.home(home);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void failsItsObjectOnceAndNothingElse(Way way) throws IOException {
        add("mirror-copy.camel.yaml", "        - process:\n            ref: begin-attempt\n", "copy");
        for (int i = 0; i < 20; i++) {
            way.source(cloud).put("src", "bad %02d".formatted(i), "x");
            way.source(cloud).put("src", "good %02d".formatted(i), "x");
        }
        way.destination(cloud).put("dst", "bad 00", "the old one");
        way.destination(cloud).put("dst", "extra", "x");

        FieldResult result = mirror(way, DELETING);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed"))
                .hasSize(20)
                .allMatch(key -> key.startsWith("bad") && result.reason(key).equals("nested too deeply"));
        assertThat(result.keys("copied")).hasSize(20).allMatch(key -> key.startsWith("good"));
        assertThat(way.destination(cloud).keys("dst")).hasSize(22).contains("extra");
        assertThat(way.destination(cloud).text("dst", "bad 00")).isEqualTo("the old one");
        assertThat(result.told()).doesNotContain("StackOverflow");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void failsItsBatch(Way way) throws IOException {
        add(
                "mirror-delete.camel.yaml",
                "        - bean:\n            ref: deletions\n            method: confirmed\n",
                "delete");
        way.source(cloud).put("src", "k", "x");
        way.destination(cloud).put("dst", "extra", "x");
        way.destination(cloud).put("dst", "k", "x");

        FieldResult result = mirror(way, DELETING);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly("extra");
        assertThat(result.reason("extra")).isEqualTo("the class x.Y is missing: put the jar that has it into lib/");
        assertThat(way.destination(cloud).keys("dst")).containsExactly("extra", "k");
    }

    private void add(String file, String before, String method) throws IOException {
        String text = Files.readString(routes.resolve(file));
        assertThat(text).containsOnlyOnce(before);
        Files.writeString(
                routes.resolve(file),
                text.replace(
                        before,
                        "        - bean:\n            beanType: " + BreaksDown.class.getName()
                                + "\n            method: " + method + "\n" + before));
    }
}
