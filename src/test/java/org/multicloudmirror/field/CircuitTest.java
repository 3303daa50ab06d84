package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** A destination that takes nothing any more. */
class CircuitTest extends FieldTest {

    private static final int OBJECTS = 200;

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Way.TO_SWIFT, Reply.text(507, "text/plain", "Insufficient Storage")),
                Arguments.of(Way.TO_SWIFT, Reply.text(413, "text/html", "<html><h1>Upload exceeds quota.</h1></html>")),
                Arguments.of(Way.TO_SWIFT, Reply.text(403, "text/html", "<html><h1>Forbidden</h1></html>")),
                Arguments.of(Way.TO_S3, Reply.error(507, "InsufficientStorage", "The disk is full")),
                Arguments.of(Way.TO_S3, Reply.error(403, "QuotaExceeded", "The quota was exceeded")),
                Arguments.of(Way.TO_S3, Reply.error(403, "AccessDenied", "Access Denied")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theRunEndsAndDeletesNothing(Way way, Reply refusal) {
        fill(way);
        way.destination(cloud).put("dst", "extra", "x");
        cloud.switchOn(new Refuses(call -> call.is("PUT") && call.bucket().equals("dst"), refusal));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(cloud.requests().method("PUT").objects().count()).isBetween(20, 60);
        assertThat(result.keys("left")).isNotEmpty();
        assertThat(way.destination(cloud).keys("dst")).containsExactly("extra");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void someFailuresAmongSuccessesEndNothing(Way way) {
        fill(way);
        cloud.switchOn(Refuses.with(
                403,
                "AccessDenied",
                call -> call.is("PUT")
                        && call.bucket().equals("dst")
                        && call.key().endsWith("7")));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("copied")).hasSize(OBJECTS * 9 / 10);
        assertThat(result.keys("failed")).hasSize(OBJECTS / 10);
    }

    private void fill(Way way) {
        for (int i = 0; i < OBJECTS; i++) {
            way.source(cloud).put("src", "k%03d".formatted(i), "0123456789");
        }
    }
}
