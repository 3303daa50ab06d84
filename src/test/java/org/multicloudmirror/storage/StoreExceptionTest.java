package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreExceptionTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "one,one",
                "' one  two ',one  two",
                "one\\n  two,one two",
                "one \\r\\n\\r\\n two\\n,one two",
                "\\n,''",
                "'',''"
            })
    void itsMessageIsOneLine(String message, String line) {
        assertThat(new StoreException(message.replace("\\n", "\n").replace("\\r", "\r")))
                .hasMessage(line);
    }

    /** A key may be anything; a time that grows with its square would be an hour here. */
    @Test
    void aMessageOfSpacesTakesNoTime() {
        CompletableFuture<String> line =
                CompletableFuture.supplyAsync(() -> StoreException.oneLine("a" + " ".repeat(2_000_000) + "b\nc"));

        assertThatNoException().isThrownBy(() -> line.get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS));
        assertThat(line).isCompletedWithValueMatching(found -> found.endsWith("b c"));
    }
}
