package org.multicloudmirror.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosestTest {

    private static final List<String> KNOWN = List.of("--process", "--max-delete", "--max-age", "serve", "check", "s3");

    @ParameterizedTest
    @CsvSource({
        "--proces, --process",
        "--porcess, --process",
        "--proccess, --process",
        "--max_delete, --max-delete",
        "--maxdelete, --max-delete",
        "server, serve",
        "chekc, check",
        "s4, s3",
        "s, s3"
    })
    void knowsWhatWasMeant(String word, String meant) {
        assertThat(Closest.to(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gs", "--frobnicate", "s3://photos", "validate"})
    void doesNotGuess(String word) {
        assertThat(Closest.to(word, KNOWN)).isEmpty();
    }

    @Test
    void asks() {
        assertThat(Closest.question("chek", KNOWN)).isEqualTo(" (did you mean \"check\"?)");
        assertThat(Closest.question("other", KNOWN)).isEmpty();
    }
}
