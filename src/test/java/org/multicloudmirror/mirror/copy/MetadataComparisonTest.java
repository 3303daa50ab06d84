package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;

class MetadataComparisonTest {

    private static final Instant LATER = Instant.parse("2090-01-01T00:00:00Z");

    private final ObjectMetadata metadata = new ObjectMetadata(
            Map.of(ContentHeader.CACHE_CONTROL, "no-store"),
            Map.of("a_b", "folded", "long", "x".repeat(300), "short", "y"),
            Map.of("tag", "value"),
            LATER,
            "STANDARD_IA");

    @Test
    void knowsACopyOfOurs() {
        for (MetadataLimits limits : new MetadataLimits[] {MetadataLimits.SWIFT, MetadataLimits.S3}) {
            assertThat(MetadataComparison.isSame(info(metadata), copyOf(metadata, limits), limits))
                    .isTrue();
        }
    }

    @Test
    void seesEachChange() {
        ObjectInfo copy = copyOf(metadata, MetadataLimits.SWIFT);

        assertThat(isSame(new ObjectMetadata(Map.of(), metadata.user(), metadata.tags(), LATER, null), copy))
                .isFalse();
        assertThat(isSame(metadata.withUser(Map.of("a_b", "folded")), copy)).isFalse();
        assertThat(isSame(metadata.withTags(Map.of("tag", "other")), copy)).isFalse();
        assertThat(isSame(new ObjectMetadata(metadata.headers(), metadata.user(), metadata.tags(), null, null), copy))
                .isFalse();
        assertThat(isSame(metadata.withStorageClass(null), copy)).isTrue();
    }

    @Test
    void doesNotCountWhatTheDestinationCannotHold() {
        MetadataLimits little = MetadataLimits.SWIFT.within(20, 40, 5, 80);
        ObjectInfo copy = copyOf(metadata, little);

        assertThat(copy.metadata().user()).doesNotContainKey("mirror-source-etag");
        assertThat(MetadataComparison.isSame(info(metadata), copy, little)).isTrue();
    }

    @Test
    void countsNoTagsThatOneSideDoesNotTell() {
        ObjectMetadata tagged = ObjectMetadata.EMPTY.withTags(Map.of("tag", "value"));
        ObjectMetadata unread = ObjectMetadata.EMPTY.withUntold("tags");

        assertThat(isSame(tagged, info(unread))).isTrue();
        assertThat(isSame(unread, info(tagged))).isTrue();
        assertThat(isSame(tagged, info(ObjectMetadata.EMPTY))).isFalse();
    }

    @Test
    void countsNoTypeThatTheServerChose() {
        ObjectMetadata typed = new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, "text/plain"), Map.of());

        assertThat(isSame(ObjectMetadata.EMPTY, info(typed))).isTrue();
        assertThat(isSame(typed, info(ObjectMetadata.EMPTY))).isFalse();
    }

    private static boolean isSame(ObjectMetadata source, ObjectInfo copy) {
        return MetadataComparison.isSame(info(source), copy, MetadataLimits.SWIFT);
    }

    private static ObjectInfo copyOf(ObjectMetadata source, MetadataLimits limits) {
        return info(
                OurMetadata.forCopyOf(info(source), List.of(), false, limits).metadata());
    }

    private static ObjectInfo info(ObjectMetadata metadata) {
        return new ObjectInfo(1, ETag.opaque("x-2"), Instant.EPOCH, metadata);
    }
}
