package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.jclouds.SwiftManifest.Segment;

class SwiftManifestTest {

    private static final String MD5 = "5eb63bbbe01eeed093cb22bb8f5acdc3";

    @Test
    void readsSegmentsRangesAndManifestsInside() throws IOException {
        assertThat(read("""
                        [{"name": "/x_segments/a", "bytes": 11, "hash": "5eb63bbbe01eeed093cb22bb8f5acdc3",
                          "content_type": "text/plain", "last_modified": "2026-11-23T00:00:00.000000"},
                         {"name": "/x_segments/b", "bytes": 11, "hash": "5eb63bbbe01eeed093cb22bb8f5acdc3",
                          "range": "2-4"},
                         {"name": "/x/c", "bytes": 22, "hash": "5eb63bbbe01eeed093cb22bb8f5acdc3", "sub_slo": true}]
                        """))
                .containsExactly(
                        new Segment("/x_segments/a", 11, MD5, "", false),
                        new Segment("/x_segments/b", 11, MD5, "2-4", false),
                        new Segment("/x/c", 22, MD5, "", true));
        assertThat(read("[{\"name\": \"/x/b\", \"bytes\": 11, \"hash\": \"x\", \"range\": \"2-4\"}]"))
                .extracting(Segment::length)
                .containsExactly(3L);
    }

    /** The tag of the whole is made as if they had been uploaded. */
    @Test
    void readsTheBytesThatAManifestHoldsItself() throws IOException {
        assertThat(read("[{\"data\": \"aGVsbG8gd29ybGQ=\"}]")).containsExactly(new Segment("", 11, MD5, "", false));
    }

    /** Ceph's gateway answers so. */
    @Test
    void isToldNothingByAnEmptyAnswer() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[",
                "[{\"name\": \"/x/a\", \"bytes\": 1}",
                "[{\"data\": \"?\"}]",
                "[{\"name\": {\"a\": 1}}]",
                "[{\"name\": \"/x/a\", \"bytes\": -1}]",
                "[{\"name\": \"/x/a\", \"range\": \"5\"}]",
                "[{\"name\": \"/x/a\", \"range\": \"a-b\"}]",
                "[{\"name\": \"/x/a\", \"range\": \"4-2\"}]",
                "[{\"name\": \"/x/a\", \"range\": \"0-9999999999999999999\"}]"
            })
    void refusesWhatIsNoManifest(String text) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(text));
    }

    private static List<Segment> read(String text) throws IOException {
        return SwiftManifest.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
