package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.quirk.PacksAnswers;
import org.multicloudmirror.cloud.quirk.Unpacks;

/** Services and proxies that pack and unpack what they hand on. */
class ContentCodingTest extends FieldTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void gzipObjectsArriveAsTheyAreStored(Way way) throws IOException {
        byte[] packed = gzip("a text ".repeat(500));
        way.source(cloud)
                .put("src", "page.gz", packed, Map.of("Content-Encoding", "gzip", "Content-Type", "text/html"));
        cloud.switchOn(new Unpacks(List.of("identity", "gzip")));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).content("dst", "page.gz")).isEqualTo(packed);
        assertThat(way.destination(cloud).object("dst", "page.gz").orElseThrow().header("Content-Encoding"))
                .contains("gzip");
        assertNothingIsLeftToDo(way);
    }

    /** Google's: only a client that takes gzip gets it. */
    @Test
    void gzipObjectsArriveFromAServiceThatWantsGzipToBeTaken() throws IOException {
        byte[] packed = gzip("a text ".repeat(500));
        cloud.s3().put("src", "page.gz", packed, Map.of("Content-Encoding", "gzip"));
        cloud.switchOn(new Unpacks(List.of("gzip")));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().content("dst", "page.gz")).isEqualTo(packed);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void listingsAreNotPacked(Way way) {
        way.source(cloud).put("src", "text", "text");
        way.destination(cloud).put("dst", "extra", "extra");
        cloud.switchOn(new PacksAnswers());

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).keys("dst")).containsExactly("text");
        assertNothingIsLeftToDo(way);
    }

    /** A proxy may change the header on the way. */
    @Test
    void theHeaderIsNotSigned() {
        cloud.s3().put("src", "text", "text");

        mirror(Way.TO_SWIFT);

        assertThat(cloud.requests()
                        .which(request -> request.headers().has("Accept-Encoding"))
                        .count())
                .isPositive();
        assertThat(cloud.requests())
                .noneMatch(request ->
                        request.headers().first("Authorization").orElse("").contains("accept-encoding"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
