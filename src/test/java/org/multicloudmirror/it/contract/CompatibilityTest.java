package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compatibility page says what the suites leave out, and knows each quirk. */
class CompatibilityTest {

    private static final Path PAGE = Path.of("docs/compatibility.md");
    private static final Path SUITES = Path.of("src/test/java/org/multicloudmirror/it/contract");
    private static final Path DRIVERS = Path.of("src/main/java/org/multicloudmirror/driver");
    private static final Pattern QUIRK =
            Pattern.compile("class (\\w+) (?:extends \\w+ )?implements (?:\\w+, )*Quirk\\b");

    static Stream<String> suites() throws IOException {
        return names(SUITES).filter(name -> name.endsWith("StoreIT"));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void theTableSaysWhatASuiteLeavesOut(String suite) throws Exception {
        List<String> rows =
                rows().stream().filter(row -> row.contains("`" + suite + "`")).toList();

        assertThat(rows).as("rows of %s", suite).hasSize(1);
        assertThat(rows.get(0)).endsWith("| " + leftOut(suite) + " |");
    }

    @Test
    void theTableKnowsEachQuirk() throws IOException {
        Set<String> quirks = quirks();

        assertThat(quirks).isNotEmpty().allSatisfy(quirk -> assertThat(rows())
                .anyMatch(row -> row.contains("`" + quirk + "`")));
    }

    @Test
    void whatTheTablesNameIsThere() throws IOException {
        Set<String> known = Stream.of(Path.of("src/test/java"), Path.of("src/main/java"))
                .flatMap(CompatibilityTest::names)
                .collect(Collectors.toSet());
        List<String> named = new ArrayList<>();
        for (String row : rows()) {
            Matcher matcher = Pattern.compile("`([A-Z]\\w+)`").matcher(row);
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }

        assertThat(known).containsAll(named);
    }

    private static String leftOut(String suite) throws Exception {
        Constructor<?> constructor = Class.forName(CompatibilityTest.class.getPackageName() + "." + suite)
                .getDeclaredConstructor();
        constructor.setAccessible(true);
        ObjectStoreContract contract = (ObjectStoreContract) constructor.newInstance();
        List<String> all = contract.gaps().keySet().stream()
                .sorted()
                .map(gap -> gap.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.toCollection(ArrayList::new));
        int keys = contract.impossibleKeys().size();
        if (keys > 0) {
            all.add(keys == 1 ? "1 awkward key" : keys + " awkward keys");
        }
        return all.isEmpty() ? "nothing" : String.join(", ", all);
    }

    private static Set<String> quirks() throws IOException {
        try (Stream<Path> files = Files.walk(DRIVERS)) {
            return files.filter(Files::isRegularFile)
                    .map(CompatibilityTest::text)
                    .map(QUIRK::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
    }

    private static Stream<String> names(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
