package org.multicloudmirror.app.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.InvalidSettingException;

/** The routes of the jar, and copies of them. */
class RouteExportTest {

    private static final Path CHECKOUT = Path.of("routes");

    private final Path directory;
    private final Path copy;

    RouteExportTest(@TempDir Path directory) {
        this.directory = directory.resolve("mine");
        this.copy = this.directory.resolve("mirror-copy.camel.yaml");
    }

    @Test
    void theJarHasTheRoutesOfTheCheckout() throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("scenarios")))
                    .containsExactlyInAnyOrderElementsOf(ShippedRoutes.names());
        }
        for (String name : ShippedRoutes.names()) {
            assertThat(CHECKOUT.resolve(name)).hasContent(ShippedRoutes.text(name));
        }
    }

    @Test
    void aCheckoutIsNotWarned() {
        RouteFiles files = new RouteFiles(List.of(CHECKOUT));

        assertThat(files.warnings()).isEmpty();
        assertThat(files.added()).isEmpty();
        assertThat(files.all().get(0).described()).isEqualTo("mirror-copy.camel.yaml  routes, as shipped");
    }

    @Test
    void writesAllThatIsShipped() throws IOException {
        assertThat(new RouteExport(directory).write(false)).hasSize(9).contains(copy);

        RouteFiles files = new RouteFiles(List.of(directory));
        assertThat(files.warnings()).isEmpty();
        assertThat(files.all()).hasSize(8).allMatch(file -> file.described().endsWith(directory + ", as shipped"));
        assertThat(files.scenarios()).contains(directory.resolve("scenarios.camel.yaml"));

        Files.writeString(copy, Files.readString(copy) + "# mine\n");
        Files.writeString(directory.resolve("own.camel.yaml"), "");
        assertThat(new RouteFiles(List.of(directory)).all())
                .extracting(RouteFile::described)
                .contains("mirror-copy.camel.yaml  " + directory + ", edited")
                .contains("own.camel.yaml  " + directory + ", your own");
    }

    @Test
    void overwritesOnlyWhenTold() throws IOException {
        new RouteExport(directory).write(false);
        Files.writeString(copy, "mine");
        Path scenarios = Files.writeString(directory.resolve("scenarios.camel.yaml"), "mine");

        assertThatThrownBy(() -> new RouteExport(directory).write(false))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(directory + " has mirror-copy.camel.yaml, ")
                .hasMessageEndingWith(" already; name another directory, or overwrite with --force");
        assertThat(copy).hasContent("mine");

        assertThat(new RouteExport(directory).write(true)).hasSize(8);
        assertThat(Files.readString(copy)).contains("mirror-get-put");
        assertThat(scenarios).hasContent("mine");
    }

    @Test
    void warnsOfACopyWhoseOriginalHasChanged() throws IOException {
        new RouteExport(directory).write(false);
        String text = Files.readString(copy);
        Files.writeString(
                copy, text.replaceFirst("mirror \\S+ shipped as [0-9a-f]+", "mirror 0.9, shipped as 0123456789ab"));

        assertThat(new RouteFiles(List.of(directory)).warnings())
                .containsExactly(
                        copy + " is a copy of version 0.9, and the shipped file has changed since; compare it with"
                                + " what multi-cloud-mirror routes --export DIR writes");
    }

    @Test
    void theLastDirectoryWins() throws IOException {
        new RouteExport(directory).write(false);

        assertThat(new RouteFiles(List.of(directory, CHECKOUT)).all())
                .allMatch(file -> file.place().startsWith("routes/"));
    }
}
