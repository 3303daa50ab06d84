package org.multicloudmirror.driver.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;

class QuirksTest {

    private static final PartLimits LIMITS = new PartLimits(100, 5, 50, 10);

    private final QuirkMemory memory = QuirkMemory.of("s3");
    private final SilentParts silentParts = new SilentParts(memory);
    private final Quirks quirks = new Quirks(silentParts, new MetadataSizes(memory), new Quirk() {});

    @Test
    void changeNothingUntilTheyAreShown() {
        assertThat(quirks.narrow(LIMITS, "b")).isSameAs(LIMITS);
        assertThat(quirks.narrow(MetadataLimits.S3, "b", "k")).isSameAs(MetadataLimits.S3);
        assertThat(quirks.explain(refusal("<Code>AccessDenied</Code>"))).isFalse();
    }

    @Test
    void narrowWhatIsSentFromThenOn() {
        silentParts.learn("b");
        quirks.explain(refusal("Metadata name too long"));

        assertThat(quirks.narrow(LIMITS, "b")).isEqualTo(LIMITS.wantingMd5());
        assertThat(quirks.narrow(LIMITS, "c")).isSameAs(LIMITS);
        assertThat(quirks.narrow(MetadataLimits.S3, "b", "k").nameBytes()).isEqualTo(128);
    }

    @Test
    void aPartIsToldItsMd5WhereItWasRefusedWithout() {
        silentParts.refused("b", "<Code>EntityTooLarge</Code>");
        assertThat(quirks.narrow(LIMITS, "b").wantsMd5()).isFalse();

        silentParts.refused("b", "<Message>Content-MD5 HTTP header is required for Put Part requests</Message>");
        assertThat(quirks.narrow(LIMITS, "b").wantsMd5()).isTrue();
    }

    private static Refusal refusal(String text) {
        return new Refusal("b", "k", 400, text, ObjectMetadata.EMPTY);
    }
}
