package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.quirk.IgnoresCopySource;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.Watches;

/** A service that takes a copy on the server for a PUT of nothing never puts an empty object over a good one. */
class IgnoredCopyTest extends FieldTest {

    private static final Map<String, String> A = Map.of("Content-Type", "text/a");
    private static final Map<String, String> B = Map.of("Content-Type", "text/b");

    private final Watches watch = new Watches("dst", "k");
    private final Watches backup = new Watches("dst", "kept/k");

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void whatIsThereIsReplacedByTheSourceOnly(Protocol protocol) {
        Service service = holding(protocol, "good");

        FieldResult result = run.mirror(within(protocol));

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(service.text("dst", "k")).isEqualTo("new");
        assertThat(watch.contents()).containsExactlyInAnyOrder("good", "new");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void itStaysWhereTheSourceCannotBeWritten(Protocol protocol) {
        Service service = holding(protocol, "good");
        cloud.switchOn(refusesBytesTo("k"));
        run.with("mirror.retries", "1");

        FieldResult result = run.mirror(within(protocol));

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(service.text("dst", "k")).isEqualTo("good");
        assertThat(watch.contents()).containsExactly("good");
    }

    @Test
    void nothingEmptyIsLeftWhereNothingWas() {
        cloud.s3().put("src", "k", "new");
        cloud.switchOn(new IgnoresCopySource()).switchOn(refusesBytesTo("k"));
        run.with("mirror.retries", "1");

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(cloud.s3().keys("dst")).isEmpty();
    }

    @Test
    void aStoreThatWasFoundOutIsNotAskedAgain() {
        for (String key : List.of("1", "2", "3", "4")) {
            cloud.s3().put("src", key, "new " + key);
        }
        cloud.switchOn(new IgnoresCopySource());
        run.with("mirror.process", "1");

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().text("dst", "4")).isEqualTo("new 4");
        assertThat(cloud.requests().bucket("dst").method("PUT").objects().list())
                .as("one copy, and the objects")
                .hasSize(1 + 4);
        assertThat(result.told()).contains("the store answers that it copies, and does not");
    }

    @Test
    void metadataAreReplacedWithTheBytes() {
        cloud.s3().put("src", "k", "same".getBytes(UTF_8), A);
        cloud.s3().put("dst", "k", "same".getBytes(UTF_8), B);
        cloud.switchOn(new IgnoresCopySource()).switchOn(watch);

        FieldResult result = run.mirror("s3://src->s3://dst", "--compare=metadata");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().object("dst", "k").orElseThrow().header("Content-Type"))
                .contains("text/a");
        assertThat(watch.contents()).containsExactly("same");
    }

    @Test
    void metadataFromAnotherServiceAreReplacedWithTheBytes() {
        cloud.swift().put("src", "k", "same".getBytes(UTF_8), A);
        cloud.s3().put("dst", "k", "same".getBytes(UTF_8), B);
        cloud.switchOn(new IgnoresCopySource()).switchOn(watch);

        FieldResult result = mirror(Way.TO_S3, "--compare=metadata");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().object("dst", "k").orElseThrow().header("Content-Type"))
                .contains("text/a");
        assertThat(watch.contents()).containsExactly("same");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEarlierBackupIsReplacedByAGoodOneOnly(boolean isRefused) {
        cloud.swift().put("src", "k", "new");
        cloud.s3().put("dst", "k", "good");
        cloud.s3().put("dst", "kept/k", "earlier");
        cloud.switchOn(new IgnoresCopySource()).switchOn(backup);
        if (isRefused) {
            cloud.switchOn(refusesBytesTo("kept/k"));
        }
        run.with("mirror.retries", "1");

        FieldResult result = mirror(Way.TO_S3, "--backup-prefix=kept/");

        assertThat(result.exit()).as(result.told()).isEqualTo(isRefused ? 3 : 0);
        assertThat(cloud.s3().text("dst", "k")).isEqualTo(isRefused ? "good" : "new");
        assertThat(backup.contents()).doesNotContain("").containsAnyOf("earlier", "good");
        assertThat(cloud.s3().text("dst", "kept/k")).isEqualTo(isRefused ? "earlier" : "good");
    }

    /** Backups in parts: a part of nothing is seen before the parts are put together. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aBackupInPartsIsNotOfNothing(Way way) {
        byte[] first = noise(6 * MIB);
        byte[] second = noise(5 * MIB);
        way.source(cloud).put("src", "large", "small now");
        way.destination(cloud).putParts("dst", "large", Map.of(), first, second);
        way.destination(cloud).put("dst", "kept/large", "earlier");
        Watches large = new Watches("dst", "kept/large");
        cloud.switchOn(new IgnoresCopySource()).switchOn(large);

        FieldResult result = mirror(way, "--backup-prefix=kept/", "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).content("dst", "kept/large")).isEqualTo(joined(first, second));
        assertThat(large.contents()).doesNotContain("");
        assertThat(way.destination(cloud).text("dst", "large")).isEqualTo("small now");
    }

    /** Three requests that nobody sees, once a store; none of them reads. */
    @Test
    void aStoreThatCopiesIsAskedOnce() {
        for (String key : List.of("1", "2", "3")) {
            cloud.s3().put("src", key, "new " + key);
            cloud.s3().put("dst", key, "older " + key);
        }
        run.with("mirror.process", "1");

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.requests().objects().list())
                .extracting(request -> request.method() + " " + request.call().bucket() + "/"
                        + request.call().key() + (request.call().asks("uploads") ? "?uploads" : "")
                        + (request.call().asks("partNumber") ? "?part" : "")
                        + (request.call().asks("uploadId") ? "&upload" : ""))
                .containsExactly(
                        "HEAD src/1",
                        "HEAD dst/1",
                        "POST dst/.multi-cloud-mirror-copy-probe?uploads",
                        "PUT dst/.multi-cloud-mirror-copy-probe?part&upload",
                        "DELETE dst/.multi-cloud-mirror-copy-probe&upload",
                        "PUT dst/1",
                        "HEAD src/2",
                        "PUT dst/2",
                        "HEAD src/3",
                        "PUT dst/3");
        assertThat(cloud.s3().text("dst", "3")).isEqualTo("new 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void whatCannotBeProvenIsReadAndWritten(String refused) {
        cloud.s3().put("src", "k", "new");
        cloud.s3().put("dst", "k", "good");
        cloud.switchOn(Refuses.with(
                403, "AccessDenied", call -> call.is(refused) && (call.asks("uploads") || call.asks("uploadId"))));

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().text("dst", "k")).isEqualTo("new");
        assertThat(cloud.requests().bucket("src").method("GET").objects().list())
                .hasSize(1);
    }

    private Service holding(Protocol protocol, String there) {
        Service service = cloud.service(protocol);
        service.put("src", "k", "new");
        service.put("dst", "k", there);
        cloud.switchOn(new IgnoresCopySource()).switchOn(watch);
        return service;
    }

    private static String within(Protocol protocol) {
        return protocol == Protocol.S3 ? "s3://src->s3://dst" : "cf://src->cf://dst";
    }

    /** Takes no bytes, and a PUT of none. */
    private static Refuses refusesBytesTo(String key) {
        return Refuses.with(403, "AccessDenied", call -> isBytesTo(call, key));
    }

    private static boolean isBytesTo(Call call, String key) {
        return call.is("PUT")
                && call.bucket().equals("dst")
                && call.key().equals(key)
                && !call.header("Content-Length").orElse("0").equals("0");
    }
}
