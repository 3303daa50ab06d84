package org.multicloudmirror.jar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Generated;

/** The licences of all that is in the jar: their index and their texts, made of the libraries' own jars and poms. */
class LicencesTest {

    private static final Path DIRECTORY = Path.of("src/main/resources/META-INF/licenses");

    /** What libraries hold without a word in their LICENSE. */
    private static final List<Row> INSIDE = List.of(
            new Row(
                    "AWS-LC, in the native library of software.amazon.cryptools:AmazonCorrettoCryptoProvider",
                    "(Apache-2.0 OR ISC) AND OpenSSL AND MIT AND BSD-3-Clause",
                    List.of("AWS-LC.txt")),
            new Row(
                    "Public Suffix List, in com.google.guava:guava and org.apache.httpcomponents.client5:httpclient5",
                    "MPL-2.0",
                    List.of("MPL-2.0.txt")));

    private final LicenceTexts texts = new LicenceTexts(DIRECTORY);
    private final List<Row> rows;

    LicencesTest() throws IOException {
        rows = Stream.concat(JarredLibrary.all().stream().map(this::row), INSIDE.stream())
                .toList();
    }

    @Test
    void indexNamesTheLicenceOfEachLibrary() throws IOException {
        String lines = rows.stream().map(Row::line).collect(joining("\n"));

        Generated.assertUpToDate(DIRECTORY.resolve("index.tsv"), "library\tlicence\ttexts\n" + lines + "\n");
    }

    @Test
    void keepsNoTextThatNothingIsUnder() {
        assertThat(texts.names())
                .as("delete from " + DIRECTORY + " what is not expected here")
                .containsExactlyElementsOf(new TreeSet<>(
                        rows.stream().flatMap(row -> row.files().stream()).toList()));
    }

    @Test
    void textsAreComplete() {
        assertThat(texts.all())
                .filteredOn(text -> !text.name().equals("LicenseRef-Public-Domain.txt"))
                .allSatisfy(text -> assertThat(text.words())
                        .as(text.name() + " needs the whole licence, not only where to find it")
                        .containsIgnoringCase("as is"));
    }

    private Row row(JarredLibrary library) {
        String spdx = library.spdx();
        List<String> files = new ArrayList<>(library.licences().stream()
                .map(licence -> texts.fileOf(library, licence))
                .toList());
        Spdx.chosen(spdx).stream()
                .skip(files.isEmpty() ? 0 : 1)
                .map(texts::standard)
                .forEach(files::add);
        return new Row(library.id(), spdx, files.stream().distinct().toList());
    }

    private record Row(String library, String spdx, List<String> files) {

        String line() {
            return library + "\t" + spdx + "\t" + String.join(" ", files);
        }
    }
}
