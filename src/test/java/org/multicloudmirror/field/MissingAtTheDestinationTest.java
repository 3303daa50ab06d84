package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Missing;
import org.multicloudmirror.cloud.quirk.Refuses;

/** What the destination answers 404 to says nothing of the source. */
class MissingAtTheDestinationTest extends FieldTest {

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUpdateOfWhatHasGoneIsACopy(Way way) {
        way.source(cloud).put("src", "k", "same".getBytes(UTF_8), Map.of("Content-Type", "text/a"));
        way.destination(cloud).put("dst", "k", "same".getBytes(UTF_8), Map.of("Content-Type", "text/b"));
        boolean isS3 = way == Way.TO_S3;
        cloud.switchOn(new Missing(isS3 ? "PUT" : "POST", "dst", "k", isS3 ? "x-amz-copy-source" : "", ""));

        FieldResult result = mirror(way, "--compare=metadata");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("k")).isEqualTo("copied");
        assertThat(way.destination(cloud).object("dst", "k").orElseThrow().header("Content-Type"))
                .contains("text/a");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothingIsOverwrittenWithoutItsBackup(Way way) {
        way.source(cloud).put("src", "k", "new");
        way.destination(cloud).put("dst", "k", "the only old one");
        cloud.switchOn(new Missing("PUT", "dst", "kept/", "", ""));
        run.with("mirror.retries", "1");

        FieldResult result = mirror(way, "--backup-prefix=kept/");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("k")).isEqualTo("failed");
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("the only old one");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothingIsDeletedWithoutItsBackup(Way way) {
        way.source(cloud).put("src", "k", "same");
        way.destination(cloud).put("dst", "k", "same");
        way.destination(cloud).put("dst", "extra", "the only old one");
        cloud.switchOn(new Missing("PUT", "dst", "kept/", "", ""));
        run.with("mirror.retries", "1");

        FieldResult result = mirror(way, "--backup-prefix=kept/", "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("extra")).isEqualTo("failed");
        assertThat(way.destination(cloud).text("dst", "extra")).isEqualTo("the only old one");
    }

    /** The upload of a part is gone, be it for good: the object stays as it was. */
    @Test
    void anUploadThatIsGoneIsAFailure() {
        cloud.swift().put("src", "large", noise(11 * MIB), Map.of());
        cloud.s3().put("dst", "large", "the good one of before");
        cloud.switchOn(new Refuses(
                call -> call.isS3() && call.asks("partNumber"),
                Reply.error(404, "NoSuchUpload", "The specified upload does not exist.")));
        run.with("mirror.retries", "1");

        FieldResult result = mirror(Way.TO_S3, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("large")).isEqualTo("failed");
        assertThat(cloud.s3().text("dst", "large")).isEqualTo("the good one of before");
    }

    /** A backup of a large object is copied part by part, whose container may be gone, too. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aLargeBackupThatCannotBeWrittenIsAFailure(Way way) {
        byte[] old = noise(11 * MIB);
        way.source(cloud).put("src", "large", "small now");
        way.destination(cloud)
                .putParts(
                        "dst",
                        "large",
                        Map.of(),
                        Arrays.copyOf(old, 6 * MIB),
                        Arrays.copyOfRange(old, 6 * MIB, old.length));
        cloud.switchOn(new Missing("PUT", "dst", "kept/", "", ""));
        cloud.switchOn(new Missing("PUT", "dst_segments", "mirror/", "", ""));
        run.with("mirror.retries", "1");

        FieldResult result = mirror(way, "--backup-prefix=kept/", "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(old);
    }

    @Test
    void aContainerOfSegmentsThatIsDeletedMeanwhileIsMadeAgain() {
        cloud.s3().put("src", "large", noise(11 * MIB), Map.of());
        cloud.swift().createBucket("dst_segments");
        cloud.switchOn(new Quirk() {
            private boolean isDone;

            @Override
            public synchronized Call seen(Call call) {
                if (!isDone && call.bucket().equals("dst_segments") && call.isObject()) {
                    isDone = true;
                    cloud.swift().removeBucket("dst_segments");
                }
                return call;
            }
        });

        FieldResult result = mirror(Way.TO_SWIFT, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().content("dst", "large")).isEqualTo(noise(11 * MIB));
    }
}
