package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;

/** Metadata can be replaced where the bytes are, and nothing else changes with them. */
interface UpdateContract extends StoreUnderTest {

    @Test
    default void replacesMetadataWithoutTheBytes() {
        needs(Gap.TYPE_OF_A_COPY);
        ObjectMetadata before =
                new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, "text/html"), Map.of("old", "1", "kept", "1"));
        ObjectMetadata after = new ObjectMetadata(
                Map.of(
                        ContentHeader.CONTENT_TYPE, "image/png",
                        ContentHeader.CONTENT_DISPOSITION, "inline",
                        ContentHeader.CONTENT_LANGUAGE, "de"),
                Map.of("kept", "2", "city", "Z\u00fcrich", "nothing", ""));
        ETag etag = Objects.put(store(), bucket(), "update/all", "text".getBytes(UTF_8), before);

        assertThat(update("update/all", etag, after)).isEqualTo(etag);

        ObjectInfo info = store().head(bucket(), "update/all");
        assertThat(info.metadata()).isEqualTo(after);
        assertThat(info.etag()).isEqualTo(etag);
        assertThat(Objects.text(store(), bucket(), "update/all")).isEqualTo("text");
    }

    @Test
    default void takesContentHeadersAway() {
        needs(Gap.HEADERS_TAKEN_AWAY);
        Map<ContentHeader, String> type = Map.of(ContentHeader.CONTENT_TYPE, "text/html");
        Map<ContentHeader, String> more = new HashMap<>(type);
        more.put(ContentHeader.CACHE_CONTROL, "no-store");
        more.put(ContentHeader.CONTENT_ENCODING, "gzip");
        ETag etag = Objects.put(
                store(), bucket(), "update/fewer", "text".getBytes(UTF_8), new ObjectMetadata(more, Map.of()));

        update("update/fewer", etag, new ObjectMetadata(type, Map.of()));

        assertThat(store().head(bucket(), "update/fewer").metadata().headers()).isEqualTo(type);
    }

    @Test
    default void replacesNoMetadataOfWhatHasChanged() {
        Objects.put(store(), bucket(), "update/changed", "new");

        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> update("update/changed", Objects.md5("old".getBytes(UTF_8)), ObjectMetadata.EMPTY))
                .satisfies(refusal -> assertThat(refusal.isLasting()).isFalse());
    }

    private ETag update(String key, ETag etag, ObjectMetadata metadata) {
        return store().update(bucket(), key, new ObjectInfo(4, etag, Instant.EPOCH, metadata));
    }
}
