package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.TransientStoreException;

/** What a store copies by itself is the same, with the metadata that it is told. */
interface CopyContract extends KeyContract {

    @ParameterizedTest
    @MethodSource("awkwardKeys")
    default void copiesAnAwkwardKey(String key) {
        assumeTrue(!impossibleKeys().containsKey(key), () -> impossibleKeys().get(key));
        String to = freshBucket();
        Objects.put(store(), bucket(), key, "content");

        ETag copied = copy(key, to, key);

        assertThat(copied).isEqualTo(Objects.md5("content".getBytes(UTF_8)));
        assertThat(Objects.keys(store(), to, "")).containsExactly(key);
        assertThat(Objects.text(store(), to, key)).isEqualTo("content");
        store().delete(bucket(), key);
    }

    @Test
    default void copiesNothing() {
        Objects.put(store(), bucket(), "copy/empty", "");

        copy("copy/empty", bucket(), "copy/empty too");

        assertThat(Objects.content(store(), bucket(), "copy/empty too")).isEmpty();
    }

    @Test
    default void givesACopyItsOwnMetadata() {
        needs(Gap.TYPE_OF_A_COPY);
        ObjectMetadata before = new ObjectMetadata(
                Map.of(ContentHeader.CONTENT_TYPE, "text/html", ContentHeader.CACHE_CONTROL, "no-store"),
                Map.of("old", "1"));
        ObjectMetadata after = new ObjectMetadata(
                Map.of(
                        ContentHeader.CONTENT_TYPE, "image/png",
                        ContentHeader.CONTENT_DISPOSITION, "attachment; filename=\"a b.txt\"",
                        ContentHeader.CONTENT_ENCODING, "gzip",
                        ContentHeader.CONTENT_LANGUAGE, "de"),
                Map.of("new", "2", "city", "Zürich – 東京"));

        assertThat(copied(before, after)).isEqualTo(after);
    }

    @Test
    default void givesACopyItsExpires() {
        needs(Gap.EXPIRES_OF_A_COPY);
        Map<ContentHeader, String> expires = Map.of(ContentHeader.EXPIRES, "Thu, 01 Dec 2044 16:00:00 GMT");

        assertThat(copied(ObjectMetadata.EMPTY, new ObjectMetadata(expires, Map.of()))
                        .headers())
                .containsAllEntriesOf(expires);
    }

    @Test
    default void replacesAnObjectByACopy() {
        Objects.put(store(), bucket(), "copy/new", "the new one");
        Objects.put(store(), bucket(), "copy/old", "the old and longer one");

        copy("copy/new", bucket(), "copy/old");

        assertThat(Objects.text(store(), bucket(), "copy/old")).isEqualTo("the new one");
    }

    @Test
    default void copiesNoSourceThatChanged() {
        needs(Gap.VERSION_OF_A_COPY);
        proveThatItCopies();
        Objects.put(store(), bucket(), "copy/changing", "before");
        Objects.put(store(), bucket(), "copy/kept", "the old one");
        ObjectInfo before = store().head(bucket(), "copy/changing");
        Objects.put(store(), bucket(), "copy/changing", "after");

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> store().copy(location("copy/changing"), before, bucket(), "copy/kept"))
                .withMessageContaining("://" + bucket() + "/copy/kept: ");
        assertThat(Objects.text(store(), bucket(), "copy/kept")).isEqualTo("the old one");
    }

    @Test
    default void refusesASourceThatIsGone() {
        proveThatItCopies();
        Objects.put(store(), bucket(), "copy/gone", "x");
        Objects.put(store(), bucket(), "copy/kept too", "the old one");
        ObjectInfo info = store().head(bucket(), "copy/gone");
        store().delete(bucket(), "copy/gone");

        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> store().copy(location("copy/gone"), info, bucket(), "copy/kept too"))
                .satisfies(refusal -> assertThat(refusal.isLasting()).isFalse());
        assertThat(Objects.text(store(), bucket(), "copy/kept too")).isEqualTo("the old one");
    }

    @Test
    default void copiesPartByPart() {
        needs(Gap.RANGE_OF_A_COPY);
        byte[] content = Objects.noise((5 << 20) + 7);
        ETag version = Objects.put(store(), bucket(), "copy/whole", content, ObjectMetadata.EMPTY);
        LargeObjects large = store().largeObjects().orElseThrow();
        PartedUpload upload = large.begin(bucket(), "copy/by part", ObjectMetadata.EMPTY, true);
        List<SentPart> parts = new ArrayList<>();
        for (long offset = 0; offset < content.length; offset += 5 << 20) {
            long length = Math.min(5 << 20, content.length - offset);
            int number = parts.size() + 1;
            ETag part = large.copy(
                    upload, number, location("copy/whole"), new Slice(offset, length, version), ObjectMetadata.EMPTY);
            parts.add(new SentPart(number, length, part, part));
        }

        large.complete(upload, ObjectMetadata.EMPTY, parts);

        assertThat(Objects.content(store(), bucket(), "copy/by part")).isEqualTo(content);
        assertThat(parts.get(1).stored()).isEqualTo(Objects.md5(Arrays.copyOfRange(content, 5 << 20, content.length)));
    }

    @Test
    default void copiesNoPartOfAnotherVersion() {
        needs(Gap.VERSION_OF_A_COPY);
        Objects.put(store(), bucket(), "copy/rewritten", "text");
        LargeObjects large = store().largeObjects().orElseThrow();
        PartedUpload upload = large.begin(bucket(), "copy/no part", ObjectMetadata.EMPTY, true);
        Slice slice = new Slice(0, 4, Objects.md5("before".getBytes(UTF_8)));

        assertThatExceptionOfType(SourceChangedException.class)
                .isThrownBy(() -> large.copy(upload, 1, location("copy/rewritten"), slice, ObjectMetadata.EMPTY));
        large.discard(upload);
    }

    private ObjectMetadata copied(ObjectMetadata before, ObjectMetadata after) {
        Objects.put(store(), bucket(), "copy/metadata", "x".getBytes(UTF_8), before);
        ObjectInfo source = store().head(bucket(), "copy/metadata");
        ObjectInfo as = new ObjectInfo(source.size(), source.etag(), source.lastModified(), after);
        store().copy(location("copy/metadata"), as, bucket(), "copy/with metadata");
        return store().head(bucket(), "copy/with metadata").metadata();
    }

    private ETag copy(String key, String bucket, String copy) {
        assertThat(store().copiesFrom(store())).isTrue();
        proveThatItCopies();
        return store().copy(location(key), store().head(bucket(), key), bucket, copy);
    }

    /** By a copy to where nothing lies, as most runs do: not every one of these services has another proof. */
    private void proveThatItCopies() {
        Objects.put(store(), bucket(), "copy/first", "first");
        store().copy(
                        location("copy/first"),
                        store().head(bucket(), "copy/first"),
                        bucket(),
                        "copy/" + UUID.randomUUID());
    }

    private ObjectLocation location(String key) {
        return new ObjectLocation(OpenStore.NAME, bucket(), key);
    }
}
