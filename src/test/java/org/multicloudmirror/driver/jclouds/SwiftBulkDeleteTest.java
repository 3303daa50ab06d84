package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;

class SwiftBulkDeleteTest {

    @Test
    void writesALineAnObject() {
        assertThat(new String(SwiftBulkDelete.request("my box", List.of("a/b", " +%\n", "/lead")), UTF_8))
                .isEqualTo("my%20box/a/b\nmy%20box/%20%2B%25%0A\nmy%20box//lead\n");
    }

    /** Swift would take it for the container itself. */
    @Test
    void cannotTellSlashesAlone() {
        assertThat(SwiftBulkDelete.canHold("//")).isFalse();
        assertThat(SwiftBulkDelete.canHold("/a")).isTrue();
    }

    @Test
    void readsWhatFailedAndWhatIsLeftByIt() {
        BulkAnswer answer = read(
                "  \n {\"Number Not Found\": 0, \"Response Status\": \"400 Bad Request\", \"Errors\":"
                        + " [[\"box/a%20+\", \"403 Forbidden\"], [\"/box/b\", \"503 Busy\"], [\"box/c\", \"409 No\"]],"
                        + " \"Number Deleted\": 1, \"Response Body\": \"\"}",
                "a +", "b", "c", "d");

        assertThat(answer.deleted()).containsExactly("d");
        assertThat(answer.failures().get("a +"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageStartingWith("cf://box/a +: 403 Forbidden; ");
        assertThat(answer.failures().get("b")).isInstanceOf(TransientStoreException.class);
        assertThat(answer.failures().get("c")).isInstanceOf(RejectedException.class);
    }

    @Test
    void believesCountsThatAddUp() {
        BulkAnswer answer = read(
                "{\"Number Deleted\": 2, \"Number Not Found\": 0, \"Errors\": [], \"Response Status\": \"200"
                        + " OK\", \"Response Body\": \"\"}",
                "a",
                "b");

        assertThat(answer.deleted()).containsExactlyInAnyOrder("a", "b");
        assertThat(answer.failures()).isEmpty();
    }

    /** It names nobody: who is not among the deleted may be anyone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "<html>OK</html>",
                "{\"Number Deleted\": 2, \"Number Not Found\": 0, \"Errors\": []",
                "{\"Number Deleted\": 2, \"Errors\": []}",
                "{\"Number Deleted\": 1, \"Number Not Found\": 0, \"Errors\": []}",
                "{\"Number Deleted\": 3, \"Number Not Found\": 0, \"Errors\": []}",
                "{\"Number Deleted\": \"many\", \"Number Not Found\": 0, \"Errors\": []}",
                "{\"Number Deleted\": 1, \"Number Not Found\": 0, \"Errors\": [[\"box/else\", \"403 No\"]]}",
                "{\"Number Deleted\": 1, \"Number Not Found\": 0, \"Errors\": [[\"box%\", \"403 No\"]]}",
                "{\"Errors\": [], \"Response Status\": \"502 Bad Gateway\"}"
            })
    void believesNoOtherAnswer(String answer) {
        assertThat(read(answer, "a", "b")).isEqualTo(BulkAnswer.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void provesNothingWhereSomethingWasNotFound(int missing) {
        String answer =
                "{\"Number Deleted\": " + (2 - missing) + ", \"Number Not Found\": " + missing + ", \"Errors\": []}";

        assertThat(read(answer, "a", "b")).isEqualTo(new BulkAnswer(Set.of(), Map.of(), true));
    }

    /** What it names has failed all the same. */
    @Test
    void believesFailuresOfABrokenAnswer() {
        BulkAnswer answer = read("{\"Number Deleted\": 1, \"Errors\": [[\"box/a\", \"403 Forbidden\"]", "a", "b");

        assertThat(answer.failures()).containsOnlyKeys("a");
        assertThat(answer.deleted()).isEmpty();
    }

    private static BulkAnswer read(String answer, String... keys) {
        return SwiftBulkDelete.read(new ByteArrayInputStream(answer.getBytes(UTF_8)), "cf", "box", List.of(keys));
    }
}
