package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class SwiftListingTest {

    private static final String MD5 = "5eb63bbbe01eeed093cb22bb8f5acdc3";

    static final String PAGE = """
            [{"hash": "b026324c6904b2a9cb4b88d6d61c81d1", "last_modified": "2026-11-23T04:00:12.123450",
              "bytes": 5368709121, "name": "2026/a.jpg", "content_type": "image/jpeg"},
             {"subdir": "2026/more/"},
             {"name": "2026/gr\\u00fc\\ud83c\\udf0a", "bytes": 2, "hash": "26ab0db90d72e28ad0ba1e22ee510510",
              "content_type": "text/plain", "symlink_path": "/v1/a/c/o", "extra": {"name": "x", "bytes": [1]},
              "last_modified": "2026-11-23T04:00:13"}]
            """;

    @Test
    void readsEntriesAndLeavesOutDirectories() throws IOException {
        assertThat(read(PAGE))
                .containsExactly(
                        new ObjectEntry(
                                "2026/a.jpg",
                                5_368_709_121L,
                                new ETag("b026324c6904b2a9cb4b88d6d61c81d1", true),
                                Instant.parse("2026-11-23T04:00:12.123450Z"),
                                false),
                        new ObjectEntry(
                                "2026/grü\uD83C\uDF0A",
                                2,
                                new ETag("26ab0db90d72e28ad0ba1e22ee510510", true),
                                Instant.parse("2026-11-23T04:00:13Z"),
                                false));
    }

    @Test
    void takesNoHashOfAManifestForThatOfItsContent() throws IOException {
        ObjectEntry entry = read("[{\"name\":\"k\",\"bytes\":9,\"hash\":\"" + MD5
                        + "\",\"slo_etag\":\"\\\"e4d7f1b4ed2e42d15898f4b27b019da4\\\"\"}]")
                .get(0);

        assertThat(entry.etag()).isEqualTo(ETag.opaque("e4d7f1b4ed2e42d15898f4b27b019da4"));
        assertThat(entry.maybeManifest()).isFalse();
    }

    /** What a copy of an S3 multipart object, or Ceph's gateway, may have. */
    @Test
    void takesAHashWithANumberForOpaque() throws IOException {
        assertThat(read("[{\"name\":\"k\",\"bytes\":9,\"hash\":\"" + MD5 + "-2\"}]"))
                .extracting(ObjectEntry::etag)
                .containsExactly(ETag.opaque(MD5 + "-2"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void holdsAnEmptyEntryForAPossibleManifest(long bytes, boolean maybeManifest) throws IOException {
        assertThat(read("[{\"name\":\"k\",\"bytes\":" + bytes + ",\"hash\":\"" + MD5 + "\"}]"))
                .extracting(ObjectEntry::maybeManifest)
                .containsExactly(maybeManifest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T04:00:12.123450, 2026-11-23T04:00:12.123450Z",
        "2026-11-23T04:00:12.123450Z, 2026-11-23T04:00:12.123450Z",
        "2026-11-23T04:00:12.123Z, 2026-11-23T04:00:12.123Z",
        "2026-11-23T04:00:12, 2026-11-23T04:00:12Z"
    })
    void readsTimesAsUtc(String text, Instant time) throws IOException {
        assertThat(read("[{\"name\":\"k\",\"last_modified\":\"" + text + "\"}]"))
                .extracting(ObjectEntry::lastModified)
                .containsExactly(time);
    }

    @Test
    void takesNothingOverFromTheEntryBefore() throws IOException {
        List<ObjectEntry> entries = read("[{\"name\":\"a\",\"bytes\":1,\"hash\":\"" + MD5
                + "\",\"slo_etag\":\"x\",\"last_modified\":\"2026-11-23T04:00:12\"},{\"name\":\"b\"}]");

        assertThat(entries.get(1)).isEqualTo(new ObjectEntry("b", 0, ETag.NONE, Instant.EPOCH, true));
    }

    @Test
    void readsAnEmptyListing() throws IOException {
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void rejectsAListingThatBrokeOffAnywhere() {
        for (int length = 0; length < PAGE.strip().length(); length++) {
            String cut = PAGE.substring(0, length);

            assertThatExceptionOfType(IOException.class)
                    .as("%d characters", length)
                    .isThrownBy(() -> read(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"error\": \"x\"}", "\"text\"", "null", "<html></html>", "a/b\nc\n"})
    void rejectsAnotherDocument(String document) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(document));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"k\",\"bytes\":\"many\"}]",
                "[{\"name\":\"k\",\"last_modified\":\"yesterday\"}]",
                "[{\"name\":\"k\"},\"k\"]",
                "[1]"
            })
    void rejectsAMangledListing(String json) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bytes\": -7", "\"bytes\": null", "\"hash\": null"})
    void takesASizeThatIsNotKnownForUntold(String field) throws IOException {
        assertThat(read("[{" + field + ", \"name\": \"k\", \"last_modified\": null}]"))
                .singleElement()
                .matches(ObjectEntry::isSizeUntold);
    }

    /** Wherever the name stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"bytes\": \"many\"; the size \"many\"",
                "\"bytes\": 99999999999999999999; the size \"99999999999999999999\"",
                "\"bytes\": 1.5; the size \"1.5\"",
                "\"last_modified\": \"yesterday\"; the date \"yesterday\""
            })
    void namesWhatIsMangled(String field, String words) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read("[{" + field + ", \"name\": \"k\"}]"))
                .withMessageContaining(words + " of \"k\" is none");
    }

    private static List<ObjectEntry> read(String json) throws IOException {
        return SwiftListing.read(PageBytes.of(new ByteArrayInputStream(json.getBytes(UTF_8))));
    }
}
