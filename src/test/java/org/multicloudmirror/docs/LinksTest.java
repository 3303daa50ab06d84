package org.multicloudmirror.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows a link arrives somewhere. */
class LinksTest {

    private static final Pattern PAGE = Pattern.compile("\\bdocs/[\\w-]+\\.(?:md|svg|json)");

    static Stream<Path> pages() {
        return Page.all().stream().map(Page::path);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadSomewhere(Path path) {
        Page page = Page.of(path);
        for (String link : page.links()) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? path : path.resolveSibling(parts[0]);

            assertThat(target).as("%s links to %s", path, link).exists();
            if (parts.length > 1) {
                assertThat(Page.of(target).anchors())
                        .as("%s links to %s", path, link)
                        .contains(parts[1]);
            }
        }
    }

    @Test
    void eachPageThatIsNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files()) {
            PAGE.matcher(Files.readString(file))
                    .results()
                    .map(name -> name.group())
                    .filter(name -> !Files.exists(Path.of(name)))
                    .forEach(name -> missing.add(file + " names " + name));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theIndexHasEachPageOnce() {
        List<String> links = Page.of(Path.of("docs/index.md")).links();

        assertThat(links).doesNotHaveDuplicates();
        for (Page page : Page.all()) {
            Path fromDocs =
                    Path.of("docs").toAbsolutePath().relativize(page.path().toAbsolutePath());
            if (!fromDocs.toString().equals("index.md")) {
                assertThat(links).contains(fromDocs.toString());
            }
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("mirror"), Path.of("pom.xml")));
        for (Page page : Page.all()) {
            files.add(page.path());
        }
        for (String directory : List.of("routes", "config", "docker", "src/main/java", "docs/recipes")) {
            try (Stream<Path> all = Files.walk(Path.of(directory))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }
}
