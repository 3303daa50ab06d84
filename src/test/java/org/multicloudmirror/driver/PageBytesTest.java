package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageBytesTest {

    @ParameterizedTest
    @CsvSource({"0, true", "65536, true", "65537, true", "200000, true", "8388608, false", "9000000, false"})
    void streamsWhatItRead(int length, boolean isWhole) throws IOException {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);
        try (PageBytes page = PageBytes.of(new ByteArrayInputStream(body))) {
            assertThat(page.isWhole()).isEqualTo(isWhole);
            assertThat(page.stream().readAllBytes()).isEqualTo(body);
        }
    }

    @Test
    void usesBuffersAgain() {
        PageBuffers buffers = new PageBuffers();
        byte[] small = buffers.take(10);
        byte[] large = buffers.take(20);
        buffers.give(small);
        buffers.give(large);

        assertThat(buffers.take(15)).isSameAs(large);
        assertThat(buffers.take(10)).isSameAs(small);
        assertThat(buffers.take(10)).isNotSameAs(small).hasSize(10);
    }
}
