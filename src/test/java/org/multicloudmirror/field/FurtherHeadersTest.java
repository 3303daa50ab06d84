package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Requests;
import org.multicloudmirror.cloud.quirk.Refuses;

/** Buckets that want headers: requester pays, an ACL and an encryption of each object. */
class FurtherHeadersTest extends FieldTest {

    private static final String PAYER = "x-amz-request-payer";
    private static final String ACL = "x-amz-acl";
    private static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final byte[] LARGE = noise(11 * MIB);

    @BeforeEach
    void demandThem() {
        cloud.switchOn(Refuses.with(
                403,
                "AccessDenied",
                call -> call.isS3()
                        && (!call.header(PAYER).filter("requester"::equals).isPresent()
                                || (begins(call) && !hasBoth(call)))));
    }

    private static boolean hasBoth(Call call) {
        return call.header(ACL).filter("bucket-owner-full-control"::equals).isPresent()
                && call.header(ENCRYPTION).filter("AES256"::equals).isPresent();
    }

    /** PUT, CopyObject and CreateMultipartUpload; a part takes neither. */
    private static boolean begins(Call call) {
        return call.isObject() && (call.asks("uploads") || (call.is("PUT") && !call.asks("partNumber")));
    }

    @Test
    void areSentWithWhatTheyAreFor() {
        run.store(
                "s3",
                Map.of(
                        "headers",
                        PAYER + ": requester; " + ACL + ": bucket-owner-full-control; " + ENCRYPTION + ": AES256"));
        cloud.swift().put("src", "large", LARGE, Map.of());
        cloud.swift().put("src", "small", "text");
        cloud.s3().put("dst", "small", "the old one");
        cloud.s3().put("dst", "extra", "x");

        FieldResult there = mirror(
                Way.TO_S3,
                "--multipart-threshold=6M",
                "--delete",
                "--max-delete=100%",
                "--min-sync=0",
                "--backup-prefix=old/");
        FieldResult back = run.mirror("--multipart-threshold=6M", "s3://dst->cf://dst");

        assertThat(there.exit()).as(there.told()).isZero();
        assertThat(back.exit()).as(back.told()).isZero();
        assertThat(cloud.s3().keys("dst")).containsExactly("large", "old/extra", "old/small", "small");
        assertThat(cloud.swift().content("dst", "large")).isEqualTo(LARGE);
        Requests requests = cloud.requests().of(Protocol.S3);
        assertThat(requests).allMatch(request -> request.headers().has(PAYER));
        assertThat(requests.which(request -> begins(request.call())).count()).isGreaterThanOrEqualTo(4);
        assertThat(requests.which(request -> !begins(request.call())))
                .noneMatch(request ->
                        request.headers().has(ACL) || request.headers().has(ENCRYPTION));
    }

    @Test
    void areMissedWhereTheyAreNotSet() {
        cloud.swift().put("src", "small", "text");

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isNotZero();
        assertThat(result.told()).contains("AccessDenied");
        assertThat(cloud.s3().keys("dst")).isEmpty();
    }

    @Test
    void areRefusedWhereTheyAreOfAnotherKind() {
        run.store("s3", Map.of("headers", "x-amz-copy-source: a/b"));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told()).contains("x-amz-copy-source").doesNotContain("a/b");
        assertThat(cloud.requests().of(Protocol.S3).list()).isEmpty();
    }
}
