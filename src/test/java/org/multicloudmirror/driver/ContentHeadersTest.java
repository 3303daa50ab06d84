package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"aws-chunked", "AWS-Chunked", " aws-chunked ", "aws-chunked,", "aws-chunked,aws-chunked"})
    void dropsWhatTellsHowABodyWasSent(String told) {
        assertThat(ContentHeaders.lasting(told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"aws-chunked,gzip|gzip", "gzip , aws-chunked|gzip", "br, aws-chunked, gzip|br, gzip"})
    void keepsTheOthersOfAList(String told, String kept) {
        assertThat(ContentHeaders.lasting(told)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip,br", "", "x-aws-chunky"})
    void keepsEverythingElseAsItIs(String told) {
        assertThat(ContentHeaders.lasting(told)).contains(told);
    }
}
