package org.multicloudmirror.driver.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.driver.quirk.QuirkMemory;

class IgnoredCopySourcesTest {

    private Instant now = Instant.EPOCH;
    private final IgnoredCopySources sources =
            new IgnoredCopySources(new QuirkMemory("s3", Duration.ofHours(1), () -> now));

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(sources.areHonoured()).isFalse();
        assertThat(sources.areDoubtful("b")).isFalse();
    }

    @Test
    void whatIsShownHoldsForTheStoreAndForAWhile() {
        sources.honoured();
        assertThat(sources.areHonoured()).isTrue();

        now = now.plus(Duration.ofHours(2));
        assertThat(sources.areHonoured()).isFalse();
    }

    @Test
    void aWrongCopyIsRememberedOfTheStore() {
        sources.honoured();
        sources.ignored();

        assertThat(sources.areHonoured()).isFalse();
        assertThat(sources.areDoubtful("b")).isTrue();
        assertThat(sources.areDoubtful("other")).isTrue();
    }

    @Test
    void whatCannotBeProvenIsRememberedOfTheBucket() {
        sources.unproven("b");

        assertThat(sources.areDoubtful("b")).isTrue();
        assertThat(sources.areDoubtful("other")).isFalse();
    }
}
