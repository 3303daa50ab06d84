package org.multicloudmirror.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FeesTest {

    @Test
    void areThoseOfAMillionObjects() {
        assertThat(Fees.unchanged(1000)).as("a thousand pages").isEqualTo(0.005, within(1e-9));
        assertThat(Fees.copiedFrom(1000, 1e6)).as("and a GET each").isEqualTo(0.405, within(1e-9));
        assertThat(Fees.copiedTo(1e6)).as("one page, and a PUT each").isEqualTo(5.000005, within(1e-9));
    }
}
