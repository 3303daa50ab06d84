package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.IgnoresCopySource;
import org.multicloudmirror.cloud.quirk.Refuses;

/** A backup that the server does not copy is read and written, however the server fails. */
class BackupCopyTest extends FieldTest {

    static Stream<Arguments> failures() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(
                        new IgnoresCopySource(),
                        Refuses.with(500, "InternalError", BackupCopyTest::isCopy),
                        Refuses.with(503, "SlowDown", BackupCopyTest::isCopy),
                        Refuses.with(501, "NotImplemented", BackupCopyTest::isCopy),
                        new AnotherTag())
                .map(quirk -> Arguments.of(way, quirk)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatIsOverwrittenIsKept(Way way, Quirk failure) {
        way.source(cloud).put("src", "k", "new");
        way.destination(cloud).put("dst", "k", "the only old one");
        cloud.switchOn(failure);

        FieldResult result = mirror(way, "--backup-prefix=kept/");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("new");
        assertThat(way.destination(cloud).text("dst", "kept/k")).isEqualTo("the only old one");
        assertThat(cloud.requests().which(request -> isCopy(request.call())).list())
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatIsDeletedIsKept(Way way, Quirk failure) {
        way.source(cloud).put("src", "k", "same");
        way.destination(cloud).put("dst", "k", "same");
        way.destination(cloud).put("dst", "extra", "the only old one");
        cloud.switchOn(failure);

        FieldResult result = mirror(way, "--backup-prefix=kept/", "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).keys("dst")).containsExactly("k", "kept/extra");
        assertThat(way.destination(cloud).text("dst", "kept/extra")).isEqualTo("the only old one");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aLargeOneIsKept(Way way, Quirk failure) {
        byte[] first = noise(6 * MIB);
        byte[] second = noise(5 * MIB);
        way.source(cloud).put("src", "k", "new");
        way.destination(cloud).putParts("dst", "k", Map.of(), first, second);
        cloud.switchOn(failure);

        FieldResult result = mirror(way, "--backup-prefix=kept/", "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("new");
        assertThat(way.destination(cloud).content("dst", "kept/k")).isEqualTo(joined(first, second));
    }

    private static boolean isCopy(Call call) {
        return call.is("PUT")
                && (call.header("x-amz-copy-source").isPresent()
                        || call.header("X-Copy-From").isPresent());
    }

    /** Copies rightly, and answers with a tag that the copy does not have. */
    private static final class AnotherTag implements Quirk {

        private static final String TAG = "0123456789abcdef0123456789abcdef";

        @Override
        public Optional<Reply> instead(Call call) {
            return Optional.empty();
        }

        @Override
        public Reply after(Call call, Reply reply) {
            if (!isCopy(call) || !reply.isSuccess()) {
                return reply;
            }
            return call.isS3()
                    ? reply.withText(reply.text().replaceAll("&quot;[0-9a-f]{32}&quot;", "&quot;" + TAG + "&quot;"))
                    : reply.without("ETag").with("ETag", TAG);
        }

        @Override
        public String toString() {
            return "AnotherTag";
        }
    }
}
