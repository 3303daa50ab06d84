package org.multicloudmirror.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void keepsWhatIsQuotedTogether() {
        assertThat(ShellWords.of("--exclude '**.tmp' \"a$(date +%F)\" b'c d' 's3://a->cf://b'"))
                .containsExactly("--exclude", "**.tmp", "a$(date +%F)", "bc d", "s3://a->cf://b");
    }

    @Test
    void endsWithTheArguments() {
        assertThat(ShellWords.of("cat cf://photos/a >a")).containsExactly("cat", "cf://photos/a");
        assertThat(ShellWords.of("ls s3://  # that's all")).containsExactly("ls", "s3://");
        assertThat(ShellWords.of("... --debug")).containsExactly("--debug");
    }
}
