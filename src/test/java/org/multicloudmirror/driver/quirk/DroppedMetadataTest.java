package org.multicloudmirror.driver.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;

class DroppedMetadataTest {

    private static final ObjectMetadata WRITTEN =
            new ObjectMetadata(Map.of(ContentHeader.CACHE_CONTROL, "no-store"), Map.of("colour", "red"));

    private final DroppedMetadata quirk = new DroppedMetadata(QuirkMemory.of("s3"));

    @Test
    void aHeaderThatIsMissingAgainIsDropped() {
        ObjectMetadata kept = new ObjectMetadata(Map.of(), Map.of("colour", "red"));

        assertThat(quirk.isWorthALook("b", WRITTEN, kept)).isTrue();
        assertThat(quirk.learn("b", WRITTEN, kept)).isTrue();
        assertThat(quirk.narrow(MetadataLimits.S3, "b", "k").drops()).containsExactly(ContentHeader.CACHE_CONTROL);
        assertThat(quirk.narrow(MetadataLimits.S3, "c", "k")).isEqualTo(MetadataLimits.S3);
    }

    @Test
    void metadataThatAreMissingAgainAreNotHeldAtAll() {
        quirk.learn("b", WRITTEN, new ObjectMetadata(WRITTEN.headers(), Map.of()));

        assertThat(quirk.narrow(MetadataLimits.S3, "b", "k").items()).isZero();
    }

    @Test
    void aBucketThatKeepsThemIsNotLookedAtAgain() {
        assertThat(quirk.isWorthALook("b", WRITTEN, ObjectMetadata.EMPTY)).isTrue();
        assertThat(quirk.learn("b", WRITTEN, WRITTEN)).isFalse();

        assertThat(quirk.isWorthALook("b", WRITTEN, ObjectMetadata.EMPTY)).isFalse();
        assertThat(quirk.narrow(MetadataLimits.S3, "b", "k")).isEqualTo(MetadataLimits.S3);
    }

    @Test
    void onlyWhatWasMissingIsWorthALook() {
        assertThat(quirk.isWorthALook("b", WRITTEN, WRITTEN)).isFalse();
        assertThat(quirk.isWorthALook("b", ObjectMetadata.EMPTY, WRITTEN)).isFalse();
    }

    @Test
    void whatIsMissingAgainGoesInAnotherFormTheNextTime() {
        ObjectLocation object = new ObjectLocation("s3", "b", "k");

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> quirk.check(object, WRITTEN, ObjectMetadata.EMPTY, () -> ObjectMetadata.EMPTY))
                .withMessageStartingWith("s3://b/k: ");

        assertThatCode(() -> quirk.check(object, WRITTEN, ObjectMetadata.EMPTY, () -> ObjectMetadata.EMPTY))
                .as("what it does not keep is known")
                .doesNotThrowAnyException();
    }
}
