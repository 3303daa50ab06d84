package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.quirk.RedirectsLogins;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.RefusesConstraint;
import org.multicloudmirror.cloud.quirk.UnderPath;

/** Endpoints, logins and buckets that are to be made. */
class DoorsTest extends FieldTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void anEndpointsPathIsInFrontOfEveryCall(String end) {
        cloud.switchOn(new UnderPath("/storage/v1/s3"));
        run.store("s3", Map.of("endpoint", cloud.s3().url() + "/storage/v1/s3" + end));
        cloud.swift().put("src", "small file.txt", "text".getBytes(UTF_8), Map.of("X-Object-Meta-A", "dst"));
        cloud.swift().put("src", "large", noise(11 * MIB), Map.of());
        cloud.s3().removeBucket("dst");

        FieldResult made = mirror(Way.TO_S3, "--multipart-threshold=6M");

        assertThat(made.exit()).as(made.told()).isZero();
        cloud.s3().put("dst", "extra", "x");
        FieldResult deleted = run.mirror(
                "--delete",
                "--max-delete=100%",
                "--min-sync=0",
                "--backup-prefix=kept/",
                "--compare=metadata",
                "cf://src->s3://dst");
        assertThat(deleted.exit()).as(deleted.told()).isZero();
        assertThat(cloud.s3().keys("dst")).containsExactly("kept/extra", "large", "small file.txt");
        FieldResult back = run.mirror("s3://dst->cf://back");
        assertThat(back.exit()).as(back.told()).isZero();
        assertThat(cloud.swift().text("back", "small file.txt")).isEqualTo("text");
        assertThat(cloud.requests().of(Protocol.S3))
                .allMatch(request -> request.rawTarget().startsWith("/storage/v1/s3/")
                        && !request.rawTarget().startsWith("/storage/v1/s3//"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aLoginIsNeverSentElsewhere(int status) {
        try (ScriptedCloud elsewhere = ScriptedCloud.start()) {
            cloud.switchOn(new RedirectsLogins(status, elsewhere.swift().url()));
            cloud.swift().put("src", "k", "x");
            run.with("mirror.retries", "1");

            FieldResult result = mirror(Way.TO_S3);

            assertThat(result.exit()).as(result.told()).isEqualTo(1);
            assertThat(elsewhere.requests())
                    .noneMatch(request -> request.headers().has("X-Auth-Key"));
            assertThat(result.told()).doesNotContain(Service.KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-par", "gra", "garage", "RegionOne", "us-east-2"})
    void aBucketIsMadeInTheRegionsOwnText(String region) {
        run.with("mirror.stores.s3.region", region);
        cloud.s3().removeBucket("dst");
        cloud.swift().put("src", "k", "x");
        RefusesConstraint refusal = new RefusesConstraint();
        cloud.switchOn(refusal);

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().keys("dst")).containsExactly("k");
        assertThat(refusal.bodies()).hasSize(2);
        assertThat(refusal.bodies().get(0)).contains("<LocationConstraint>" + region + "</LocationConstraint>");
        assertThat(refusal.bodies().get(1)).doesNotContain("LocationConstraint");
    }

    @Test
    void aRefusalToMakeABucketIsToldInWords() {
        cloud.s3().removeBucket("dst");
        cloud.swift().put("src", "k", "x");
        cloud.switchOn(new Refuses(
                call -> call.isS3() && call.isBucket() && call.is("PUT"),
                Reply.text(403, "text/html", "<html><h1>Forbidden by the gateway</h1></html>")));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.told())
                .contains("403")
                .contains("Forbidden by the gateway")
                .doesNotContain("null");
    }

    /** What SDKs send: no port that the scheme implies, and the port that it does not. */
    @Test
    void theHostIsTheEndpoints() {
        cloud.swift().put("src", "k", "x");

        mirror(Way.TO_S3);

        List<String> hosts = cloud.requests().of(Protocol.S3).list().stream()
                .map(request -> request.headers().first("Host").orElse(""))
                .distinct()
                .toList();
        assertThat(hosts).containsExactly(cloud.s3().url().substring("http://".length()));
    }
}
