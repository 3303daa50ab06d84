package org.multicloudmirror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;
import picocli.CommandLine;

/** The manual's pages say what the commands do: they are made from them. */
class ManPageTest {

    private static final int WIDTH = 100;
    private static final Path PAGES = Path.of("src/package/man");

    @Test
    void eachCommandHasItsPage() throws IOException {
        CommandLine mirror = Commands.all();
        List<ManPage> pages = new ArrayList<>(List.of(new ManPage(mirror)));
        mirror.getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .forEach(command -> pages.add(new ManPage(command)));
        List<String> names = pages.stream().map(ManPage::name).toList();

        for (ManPage page : pages) {
            boolean isMain = page.name().equals(names.get(0));
            List<String> seeAlso = isMain ? names.subList(1, names.size()) : names.subList(0, 1);
            String text = page.text(seeAlso);
            assertThat(text.lines().filter(line -> line.startsWith(page.name() + " - ")))
                    .as("a line for whatis")
                    .singleElement()
                    .satisfies(line -> assertThat(line).hasSizeLessThan(WIDTH));
            assertThat(text.lines().filter(line -> line.startsWith("==")))
                    .noneMatch(heading -> heading.endsWith(":") || heading.startsWith("==  "));
            Generated.assertUpToDate(PAGES.resolve(page.name() + ".adoc"), text);
        }
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names.stream().map(name -> name + ".adoc").toList());
        }
    }
}
