package org.multicloudmirror.driver.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;

class MetadataSizesTest {

    private final MetadataSizes sizes = new MetadataSizes(QuirkMemory.of("s3"));

    /** As Swift's S3 API says it, in the answer of status 500. */
    @Test
    void believesAServerThatHoldsLess() {
        assertThat(sizes.explains(refusal("<Error><Code>InternalError</Code><Reason>Metadata value longer than 256:"
                        + " x-object-meta-X</Reason></Error>")))
                .isTrue();
        assertThat(limits().valueBytes()).isEqualTo(256);
        assertThat(sizes.explains(refusal("Too many metadata items; max 90"))).isTrue();
        assertThat(sizes.explains(refusal("Metadata name too long: x-object-meta-nn")))
                .isTrue();
        assertThat(sizes.explains(refusal("Total metadata too large; max 1024")))
                .isTrue();
        assertThat(limits()).isEqualTo(new MetadataLimits(128, 256, 90, 1024, true, false, true, false));
    }

    /** Ceph takes some 80 bytes, and does not say so. */
    @Test
    void staysBelowANameThatWasTooLong() {
        ObjectMetadata sent = new ObjectMetadata(Map.of(), Map.of("n".repeat(100), "v", "short", "v"));

        assertThat(sizes.explains(new Refusal("b", "k", 400, "Metadata name too long", sent)))
                .isTrue();

        assertThat(limits().nameBytes()).isEqualTo(99);
    }

    @Test
    void neverBelievesAServerThatHoldsMore() {
        assertThat(sizes.explains(refusal("Total metadata too large; max 9000")))
                .isTrue();
        assertThat(limits()).isEqualTo(MetadataLimits.S3);
    }

    @Test
    void learnsNothingFromOtherErrors() {
        assertThat(sizes.explains(refusal("<Error><Code>BadDigest</Code></Error>")))
                .isFalse();
        assertThat(limits()).isEqualTo(MetadataLimits.S3);
    }

    private MetadataLimits limits() {
        return sizes.narrow(MetadataLimits.S3, "b", "k");
    }

    private static Refusal refusal(String text) {
        return new Refusal("b", "k", 500, text, ObjectMetadata.EMPTY);
    }
}
