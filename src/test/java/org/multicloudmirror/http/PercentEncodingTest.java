package org.multicloudmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\"\"|\"\"|\"\"",
                "plain-._~09AZaz|plain-._~09AZaz|plain-._~09AZaz",
                "a b|a%20b|a%20b",
                "a+b|a%2Bb|a%2Bb",
                "50%|50%25|50%25",
                "%2F|%252F|%252F",
                "a/b|a/b|a%2Fb",
                "//a//|//a//|%2F%2Fa%2F%2F",
                "../.|../.|..%2F.",
                "?x=1&y#z|%3Fx%3D1%26y%23z|%3Fx%3D1%26y%23z",
                "$!'()*,;:@|%24%21%27%28%29%2A%2C%3B%3A%40|%24%21%27%28%29%2A%2C%3B%3A%40",
                "[]{}^`\\|%5B%5D%7B%7D%5E%60%5C|%5B%5D%7B%7D%5E%60%5C",
                "é|%C3%A9|%C3%A9",
                "日本|%E6%97%A5%E6%9C%AC|%E6%97%A5%E6%9C%AC",
                "\uD83C\uDF0A|%F0%9F%8C%8A|%F0%9F%8C%8A",
                "\u0001\u007f|%01%7F|%01%7F"
            })
    void encodesAllButTheUnreserved(String key, String path, String query) {
        assertThat(PercentEncoding.path(key)).isEqualTo(path);
        assertThat(PercentEncoding.query(key)).isEqualTo(query);
    }

    @Test
    void encodesLineBreaks() {
        assertThat(PercentEncoding.path("a\r\nHost: x")).isEqualTo("a%0D%0AHost%3A%20x");
    }
}
