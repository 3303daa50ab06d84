package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.app.routes.ShippedRoutes;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/**
 * Routes of commit 5374f15 with an edit in each, in place of the shipped ones: all of them, and each beside the others as
 * they ship. Runs come to the same, and each object is told.
 */
@Timeout(120)
class EarlierRoutesTest extends FieldTest {

    private static final Path KEPT = Path.of("src/test/resources/upgrade/5374f15/routes");
    private static final String ALL = "mirror-*";
    private static final byte[] LARGE = noise(11 * MIB);
    private static final String[] OPTIONS = {
        "--multipart-threshold=6M",
        "--delete",
        "--max-delete=-1",
        "--min-sync=0",
        "--backup-prefix=old/",
        "--exclude=*.tmp"
    };

    private Path routes = KEPT;

    static Stream<Arguments> files() {
        return Stream.concat(Stream.of(ALL), ShippedRoutes.names().stream())
                .flatMap(name -> Stream.of(Way.values()).map(way -> Arguments.of(name, way)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void runsComeToTheSame(String name, Way way) throws IOException {
        use(name);
        run.with("mirror.retries", "1").with("mirror.part-size", "5M");
        for (String key : List.of("plain", "fails", "changed", "left.tmp")) {
            way.source(cloud).put("src", key, key);
        }
        way.source(cloud).put("src", "large", LARGE, Map.of());
        way.destination(cloud).put("dst", "changed", "old");
        way.destination(cloud).put("dst", "extra", "extra");
        Refuses refuses = new Refuses(call -> call.is("GET") && call.key().equals("fails"), Reply.of(500));
        cloud.switchOn(refuses);

        Map<String, String> kinds = Map.of(
                "plain", "copied", "large", "copied", "changed", "copied", "fails", "failed", "left.tmp", "skipped");
        assertCame(3, kinds, mirror(way, OPTIONS));
        assertThat(way.destination(cloud).keys("dst")).contains("extra");

        cloud.switchOff(refuses);
        kinds = Map.of("fails", "copied", "extra", "deleted", "left.tmp", "skipped");
        assertCame(0, kinds, mirror(way, OPTIONS));
        assertThat(way.destination(cloud).keys("dst"))
                .containsExactly("changed", "fails", "large", "old/changed", "old/extra", "plain");
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(LARGE);
        assertThat(way.destination(cloud).text("dst", "old/changed")).isEqualTo("old");

        String meta = way == Way.TO_SWIFT ? "x-amz-meta-a" : "X-Object-Meta-A";
        way.source(cloud).put("src", "plain", "plain".getBytes(UTF_8), Map.of(meta, "b"));
        kinds = Map.of("plain", "updated", "left.tmp", "skipped");
        assertCame(0, kinds, mirror(way, "--compare=metadata", "--exclude=*.tmp"));

        way.source(cloud).remove("src", "fails");
        kinds = Map.of("fails", "would-delete", "left.tmp", "skipped");
        run.with("mirror.dry-run", "true");
        assertCame(0, kinds, mirror(way, OPTIONS));
        run.with("mirror.dry-run", "false");

        way.source(cloud).remove("src", "left.tmp");
        way.source(cloud).put("src", "more", "more than may be copied");
        assertCame(3, Map.of("more", "left"), mirror(way, "--max-transfer=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, "mirror-copy.camel.yaml"})
    void theServerCopies(String name) throws IOException {
        use(name);
        cloud.s3().put("src", "k", "x");

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertCame(0, Map.of("k", "copied"), result);
        assertThat(cloud.requests().method("GET").key("k").count()).isZero();
        assertThat(cloud.s3().text("dst", "k")).isEqualTo("x");
    }

    /** Before the first run, by whoever asks. */
    @ParameterizedTest
    @ValueSource(strings = {"validate s3://src->cf://dst", "check s3://src->cf://dst", "routes"})
    void theFilesThatTheNextVersionWillNotTakeAreNamed(String command) throws IOException {
        use(ALL);

        List<String> told = run.command(command.split(" ", -1)).err();

        for (String name : List.of("mirror-copy", "mirror-delete", "mirror-list")) {
            assertThat(told)
                    .contains("WARN  " + routes.resolve(name + ".camel.yaml")
                            + " is of an earlier version; it runs, and the next version will not take it; make your changes"
                            + " anew in what multi-cloud-mirror routes --export DIR writes");
        }
        assertThat(told).filteredOn(line -> line.contains("earlier version")).hasSize(3);
    }

    /** A hook that is not called tells nobody so. */
    @Test
    void aReportThatCallsNoHooksIsNamedWhereThereAreSome() throws IOException {
        use("mirror-report.camel.yaml");
        Files.writeString(routes.resolve("own.camel.yaml"), """
                - route:
                    from:
                      uri: direct:after-run/own
                      steps:
                        - log: "it ran"
                """);

        assertThat(run.command("routes").err())
                .containsExactly("WARN  " + routes.resolve("mirror-report.camel.yaml")
                        + " is of an earlier version; direct:after-run and direct:on-failure are not called; make your"
                        + " changes anew in what multi-cloud-mirror routes --export DIR writes");

        Files.delete(routes.resolve("own.camel.yaml"));
        assertThat(run.command("routes").err()).isEmpty();
    }

    private void use(String name) throws IOException {
        routes = directory.resolve("home/routes");
        Files.createDirectories(routes);
        copy(Path.of("routes"), "mirror-*");
        copy(KEPT, name);
        run.home(directory.resolve("home"));
    }

    private void copy(Path from, String names) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, names)) {
            for (Path file : files) {
                Files.copy(file, routes.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void assertCame(int exit, Map<String, String> kinds, FieldResult result) {
        assertThat(result.kinds()).as(result.told()).isEqualTo(kinds);
        assertThat(result.exit()).as(result.told()).isEqualTo(exit);
    }
}
