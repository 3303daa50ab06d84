package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;

/** Bytes come back as they went, and an upload that fails leaves what was there. */
interface ContentContract extends StoreUnderTest {

    /** More than the connections of a pool for one parallel copy. */
    int MORE_THAN_THE_POOL = 12;

    @Test
    default void returnsTheBytesThatWerePut() throws IOException {
        byte[] content = "Viele Grüße\n".getBytes(UTF_8);

        ETag written = Objects.put(store(), bucket(), "content/text", content, ObjectMetadata.EMPTY);

        if (!gaps().containsKey(Gap.TAG_OF_A_PUT)) {
            assertThat(written).isEqualTo(Objects.md5(content));
        }
        try (ObjectContent object = store().get(bucket(), "content/text")) {
            assertThat(object.info().size()).isEqualTo(content.length);
            assertThat(object.info().etag()).isEqualTo(Objects.md5(content));
            assertThat(object.body().readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    default void tellsOfAnObjectWithoutReadingIt() {
        Objects.put(store(), bucket(), "content/head", "12345");

        ObjectInfo info = store().head(bucket(), "content/head");

        assertThat(info.size()).isEqualTo(5);
        assertThat(info.etag()).isEqualTo(Objects.md5("12345".getBytes(UTF_8)));
        assertThat(info.lastModified()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    default void holdsAnEmptyObject() {
        Objects.put(store(), bucket(), "content/empty", "");

        assertThat(store().head(bucket(), "content/empty").size()).isZero();
        assertThat(Objects.content(store(), bucket(), "content/empty")).isEmpty();
    }

    @Test
    default void holdsFiveMebibytes() {
        byte[] content = Objects.noise(5 << 20);

        Objects.put(store(), bucket(), "content/large", content, ObjectMetadata.EMPTY);

        assertThat(Objects.content(store(), bucket(), "content/large")).isEqualTo(content);
    }

    @Test
    default void replacesAnObject() {
        Objects.put(store(), bucket(), "content/replaced", "the old and longer one");
        Objects.put(store(), bucket(), "content/replaced", "the new one");

        assertThat(Objects.text(store(), bucket(), "content/replaced")).isEqualTo("the new one");
    }

    @Test
    default void deletesAnObject() {
        Objects.put(store(), bucket(), "content/deleted", "x");

        store().delete(bucket(), "content/deleted");

        assertThatExceptionOfType(ObjectGoneException.class)
                .isThrownBy(() -> store().head(bucket(), "content/deleted"));
    }

    @Test
    default void takesAMissingObjectForDeleted() {
        store().delete(bucket(), "content/never-there");

        assertThat(Objects.keys(store(), bucket(), "content/never-there")).isEmpty();
    }

    @Test
    default void saysThatAnObjectIsGone() {
        assertThatThrownBy(() -> store().get(bucket(), "content/gone"))
                .isInstanceOf(ObjectGoneException.class)
                .hasMessageContaining("://" + bucket() + "/content/gone: ");
        assertThatThrownBy(() -> store().head(bucket(), "content/gone"))
                .isInstanceOf(ObjectGoneException.class)
                .hasMessageContaining("://" + bucket() + "/content/gone: ");
    }

    @Test
    default void refusesBytesThatAreNotTheExpectedOnes() {
        needs(Gap.NAME_OF_A_MISMATCH);
        String key = "content/corrupt";
        Objects.put(store(), bucket(), key, "the old one");
        byte[] content = "the new one".getBytes(UTF_8);
        ETag another = Objects.md5("another one".getBytes(UTF_8));

        assertThatThrownBy(() -> store().put(bucket(), key, upload(another, content.length, stream(content))))
                .isInstanceOf(CorruptCopyException.class)
                .hasMessageContaining("://" + bucket() + "/" + key + ": ");
        assertThat(Objects.text(store(), bucket(), key)).isEqualTo("the old one");
    }

    @Test
    default void keepsTheOldObjectWhenABodyBreaksOff() {
        String key = "content/broken";
        Objects.put(store(), bucket(), key, "the old one");
        byte[] content = Objects.noise(1 << 20);
        TransientStoreException failure = new TransientStoreException("the source broke off");
        InputStream half = new SequenceInputStream(stream(Objects.noise(1 << 19)), new FailingStream(failure));

        assertThatThrownBy(() -> store().put(bucket(), key, upload(Objects.md5(content), content.length, half)))
                .isSameAs(failure);
        assertThat(Objects.text(store(), bucket(), key)).isEqualTo("the old one");
    }

    /** At once: a server would wait a minute for the rest. */
    @Test
    @Timeout(10)
    default void keepsTheOldObjectWhenABodyIsShort() {
        String key = "content/short";
        Objects.put(store(), bucket(), key, "the old one");
        byte[] content = Objects.noise(1 << 20);
        InputStream half = stream(Objects.noise(1 << 19));

        assertThatThrownBy(() -> store().put(bucket(), key, upload(Objects.md5(content), content.length, half)))
                .isInstanceOf(StoreException.class);
        assertThat(Objects.text(store(), bucket(), key)).isEqualTo("the old one");
    }

    @Test
    default void survivesReadersThatStopEarly() throws IOException {
        byte[] content = Objects.noise(8 << 20);
        Objects.put(store(), bucket(), "content/half-read", content, ObjectMetadata.EMPTY);

        for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
            try (ObjectContent object = store().get(bucket(), "content/half-read")) {
                assertThat(object.body().readNBytes(10)).hasSize(10);
            }
        }

        assertThat(Objects.content(store(), bucket(), "content/half-read")).isEqualTo(content);
    }

    private static Upload upload(ETag expected, long size, InputStream body) {
        return new Upload(ObjectMetadata.EMPTY, size, expected, body);
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
