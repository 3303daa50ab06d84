package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.driver.quirk.Refusal;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

class RefusedTagsTest {

    private static final ObjectMetadata TAGGED = ObjectMetadata.EMPTY.withTags(Map.of("a", "b"));
    private static final ObjectMetadata ODD = ObjectMetadata.EMPTY.withTags(Map.of("a", "b?"));

    private final RefusedTags quirk = new RefusedTags(QuirkMemory.of("s3"));

    @ParameterizedTest
    @ValueSource(strings = {"NotImplemented", "InvalidArgument", "InvalidTag", "InvalidRequest"})
    void aStoreHasNoneOnceTheSameObjectPassesWithout(String code) {
        assertThat(refused("b", "k", code, TAGGED)).isTrue();
        assertThat(takesTags("b", "k")).isFalse();
        assertThat(takesTags("b", "other")).isTrue();

        quirk.accepted("b", "k", ObjectMetadata.EMPTY);
        assertThat(takesTags("b", "other")).isFalse();
        assertThat(takesTags("c", "other")).isFalse();
    }

    @Test
    void whatIsDeniedIsDeniedInABucket() {
        refused("b", "k", "AccessDenied", TAGGED);
        quirk.accepted("b", "k", ObjectMetadata.EMPTY);

        assertThat(takesTags("b", "other")).isFalse();
        assertThat(takesTags("c", "other")).isTrue();
    }

    @Test
    void itWasNotTheTagsWhereTheSameObjectIsRefusedWithoutThem() {
        refused("b", "k", "AccessDenied", TAGGED);

        assertThat(refused("b", "k", "AccessDenied", ObjectMetadata.EMPTY)).isFalse();
        assertThat(takesTags("b", "k")).isTrue();
        assertThat(refused("b", "k", "AccessDenied", TAGGED)).isFalse();
        assertThat(takesTags("b", "other")).isTrue();
    }

    @Test
    void oddTagsAreTheObjectsOwn() {
        refused("b", "k", "InvalidTag", ODD);
        quirk.accepted("b", "k", ObjectMetadata.EMPTY);

        assertThat(takesTags("b", "k")).isFalse();
        assertThat(takesTags("b", "other")).isTrue();
    }

    @Test
    void aStoreThatHasJustTakenTagsIsBelievedToTakeThem() {
        quirk.accepted("b", "first", TAGGED);
        refused("b", "k", "InvalidTag", TAGGED);
        quirk.accepted("b", "k", ObjectMetadata.EMPTY);
        assertThat(takesTags("b", "other")).isTrue();

        refused("b", "next", "InvalidTag", TAGGED);
        quirk.accepted("b", "next", ObjectMetadata.EMPTY);
        assertThat(takesTags("b", "other")).isFalse();
    }

    @Test
    void otherErrorsAndObjectsWithoutTagsTellNothing() {
        assertThat(refused("b", "k", "BadDigest", TAGGED)).isFalse();
        assertThat(refused("b", "k", "NotImplemented", ObjectMetadata.EMPTY)).isFalse();
        quirk.accepted("b", "k", ObjectMetadata.EMPTY);
        assertThat(takesTags("b", "k")).isTrue();
    }

    private boolean refused(String bucket, String key, String code, ObjectMetadata sent) {
        return quirk.explains(new Refusal(bucket, key, 400, "<Error><Code>" + code + "</Code></Error>", sent));
    }

    private boolean takesTags(String bucket, String key) {
        return quirk.narrow(MetadataLimits.S3, bucket, key).holdsTags();
    }
}
