package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
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
    void readsWhatFailed() throws IOException {
        Map<String, StoreException> failures =
                failures("  \n {\"Number Not Found\": 1, \"Response Status\": \"400 Bad Request\", \"Errors\":"
                        + " [[\"box/a%20+\", \"403 Forbidden\"], [\"box/b\", \"503 Busy\"], [\"box/c\", \"409 No\"]],"
                        + " \"Number Deleted\": 1, \"Response Body\": \"\"}");

        assertThat(failures.get("a +"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("cf://box/a +: 403 Forbidden");
        assertThat(failures.get("b")).isInstanceOf(TransientStoreException.class);
        assertThat(failures.get("c")).isInstanceOf(RejectedException.class);
    }

    @Test
    void findsNoFailureInASuccess() throws IOException {
        assertThat(failures("{\"Number Deleted\": 2, \"Errors\": [], \"Response Status\": \"200 OK\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"Number Deleted\": 2",
                "{\"Errors\": [], \"Response Status\": \"502 Bad Gateway\"}"
            })
    void trustsNoOtherAnswer(String answer) {
        assertThatIOException().isThrownBy(() -> failures(answer));
    }

    private static Map<String, StoreException> failures(String answer) throws IOException {
        return SwiftBulkDelete.failures(new ByteArrayInputStream(answer.getBytes(UTF_8)), "box", "cf://box");
    }
}
