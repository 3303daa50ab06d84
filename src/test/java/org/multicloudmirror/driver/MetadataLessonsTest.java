package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

class MetadataLessonsTest {

    private static final ObjectMetadata TAGGED = ObjectMetadata.EMPTY.withTags(Map.of("a", "b"));

    private final MetadataLessons lessons = new MetadataLessons(MetadataLimits.S3);

    /** As Swift's S3 door says it, in the answer of status 500. */
    @Test
    void believesAServerThatHoldsLess() {
        String value =
                "<Error><Code>InternalError</Code><Reason>Metadata value longer than 256: x-object-meta-X</Reason></Error>";

        assertThat(lessons.learn(value, ObjectMetadata.EMPTY)).isTrue();
        assertThat(lessons.limits().valueBytes()).isEqualTo(256);
        assertThat(lessons.learn("Too many metadata items; max 90", ObjectMetadata.EMPTY))
                .isTrue();
        assertThat(lessons.learn("Metadata name too long: x-object-meta-nn", ObjectMetadata.EMPTY))
                .isTrue();
        assertThat(lessons.learn("Total metadata too large; max 1024", ObjectMetadata.EMPTY))
                .isTrue();
        assertThat(lessons.limits()).isEqualTo(new MetadataLimits(128, 256, 90, 1024, true, false, true, false));
    }

    @Test
    void neverBelievesAServerThatHoldsMore() {
        assertThat(lessons.learn("Total metadata too large; max 9000", ObjectMetadata.EMPTY))
                .isTrue();
        assertThat(lessons.limits()).isEqualTo(MetadataLimits.S3);
    }

    @Test
    void sendsNoMoreTagsToAServerThatRefusesThem() {
        String refusal = "<Error><Code>NotImplemented</Code></Error>";

        assertThat(lessons.learn(refusal, ObjectMetadata.EMPTY)).isFalse();
        assertThat(lessons.limits().holdsTags()).isTrue();
        assertThat(lessons.learn(refusal, TAGGED)).isTrue();
        assertThat(lessons.limits().holdsTags()).isFalse();
    }

    @Test
    void learnsNothingFromOtherErrors() {
        assertThat(lessons.learn("<Error><Code>BadDigest</Code></Error>", TAGGED))
                .isFalse();
        assertThat(lessons.limits()).isEqualTo(MetadataLimits.S3);
    }
}
