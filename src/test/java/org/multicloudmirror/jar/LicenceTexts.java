package org.multicloudmirror.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The licences that the jar holds, each text once. */
final class LicenceTexts {

    private final Path directory;
    private final List<Text> kept = new ArrayList<>();

    LicenceTexts(Path directory) throws IOException {
        this.directory = directory;
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(file -> new Text(file.getFileName().toString(), read(file)))
                    .forEach(kept::add);
        }
    }

    List<String> names() {
        return kept.stream().map(Text::name).sorted(Comparator.naturalOrder()).toList();
    }

    List<Text> all() {
        return kept;
    }

    /** The file that has this text of a library; with {@code -Dgolden.update=true} it is written if there is none. */
    String fileOf(JarredLibrary library, Text licence) {
        String words = licence.words();
        return first(text -> text.words().equals(words))
                .or(() -> first(text -> text.words().contains(words)))
                .orElseGet(() -> add(new Text(library.name() + "-" + licence.name() + ".txt", licence.text())))
                .name();
    }

    /** The file of a licence that a library does not bring. */
    String standard(String spdx) {
        String name = spdx + ".txt";
        assertThat(names())
                .as("the text of " + spdx + " belongs into " + directory)
                .contains(name);
        return name;
    }

    private Optional<Text> first(Predicate<Text> matching) {
        return kept.stream().filter(matching).findFirst();
    }

    private Text add(Text text) {
        assertThat(Boolean.getBoolean("golden.update"))
                .as(directory.resolve(text.name()) + " is missing: ./mvnw test -Dgolden.update=true")
                .isTrue();
        try {
            Files.writeString(directory.resolve(text.name()), text.text().stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept.add(text);
        return text;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
