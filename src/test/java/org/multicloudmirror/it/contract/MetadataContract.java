package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectMetadata;

/** What goes along with the bytes comes back, too. */
interface MetadataContract extends StoreUnderTest {

    @Test
    default void keepsTheContentTypeToTheLetter() {
        needs(Gap.CONTENT_TYPE_TO_THE_LETTER);
        Map<ContentHeader, String> headers = Map.of(ContentHeader.CONTENT_TYPE, "text/html; charset=ISO-8859-1");

        put("metadata/type", new ObjectMetadata(headers, Map.of()));

        assertThat(metadata("metadata/type").headers()).containsAllEntriesOf(headers);
    }

    @Test
    default void keepsTheOtherContentHeaders() {
        needs(Gap.ENCODING_AND_LANGUAGE);
        Map<ContentHeader, String> headers = Map.of(
                ContentHeader.CACHE_CONTROL, "max-age=3600, public",
                ContentHeader.CONTENT_DISPOSITION, "attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt",
                ContentHeader.CONTENT_LANGUAGE, "de, en");

        put("metadata/headers", new ObjectMetadata(headers, Map.of()));

        assertThat(metadata("metadata/headers").headers()).containsAllEntriesOf(headers);
    }

    @Test
    default void keepsExpires() {
        needs(Gap.EXPIRES);
        Map<ContentHeader, String> headers = Map.of(ContentHeader.EXPIRES, "Thu, 01 Dec 2044 16:00:00 GMT");

        put("metadata/expires", new ObjectMetadata(headers, Map.of()));

        assertThat(metadata("metadata/expires").headers()).containsAllEntriesOf(headers);
    }

    @Test
    default void neverDecodesContent() throws IOException {
        needs(Gap.ENCODING_AND_LANGUAGE);
        byte[] gzipped = gzip("Viele Grüße");
        Map<ContentHeader, String> headers =
                Map.of(ContentHeader.CONTENT_TYPE, "text/plain", ContentHeader.CONTENT_ENCODING, "gzip");

        Objects.put(store(), bucket(), "metadata/gzip", gzipped, new ObjectMetadata(headers, Map.of()));

        try (ObjectContent object = store().get(bucket(), "metadata/gzip")) {
            assertThat(object.info().size()).isEqualTo(gzipped.length);
            assertThat(object.info().metadata().headers()).containsAllEntriesOf(headers);
            assertThat(object.body().readAllBytes()).isEqualTo(gzipped);
        }
    }

    @Test
    default void keepsUserMetadata() {
        Map<String, String> user = Map.of(
                "plain", "value",
                "spaces", "two  spaces   inside",
                "signs", "a=b; \"c\", d: <e> %41 \\ ${sys.user.home} {{mirror.process}}",
                "several-words-in-the-name", "x");

        put("metadata/user", new ObjectMetadata(Map.of(), user));

        assertThat(metadata("metadata/user").user()).isEqualTo(user);
    }

    @Test
    default void keepsUserMetadataBeyondAscii() {
        needs(Gap.METADATA_BEYOND_ASCII);
        Map<String, String> user = Map.of("city", "Zürich – 東京 \ud83c\udf0a", "long", "ä".repeat(60));

        put("metadata/beyond-ascii", new ObjectMetadata(Map.of(), user));

        assertThat(metadata("metadata/beyond-ascii").user()).isEqualTo(user);
    }

    @Test
    default void keepsEmptyUserMetadata() {
        needs(Gap.EMPTY_METADATA);
        put("metadata/empty", new ObjectMetadata(Map.of(), Map.of("nothing", "")));

        assertThat(metadata("metadata/empty").user()).isEqualTo(Map.of("nothing", ""));
    }

    @Test
    default void replacesMetadataWithTheObject() {
        Map<ContentHeader, String> headers = Map.of(ContentHeader.CACHE_CONTROL, "no-store");
        put("metadata/replaced", new ObjectMetadata(headers, Map.of("old", "1")));

        put("metadata/replaced", new ObjectMetadata(Map.of(), Map.of("new", "2")));

        assertThat(metadata("metadata/replaced").header(ContentHeader.CACHE_CONTROL))
                .isEmpty();
        assertThat(metadata("metadata/replaced").user()).isEqualTo(Map.of("new", "2"));
    }

    private void put(String key, ObjectMetadata metadata) {
        Objects.put(store(), bucket(), key, "x".getBytes(UTF_8), metadata);
    }

    private ObjectMetadata metadata(String key) {
        return store().head(bucket(), key).metadata();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
