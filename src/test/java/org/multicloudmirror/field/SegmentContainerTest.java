package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Fields;
import org.multicloudmirror.cloud.StoredObject;
import org.multicloudmirror.cloud.quirk.Refuses;

/** The container that the segments of large objects go to. */
class SegmentContainerTest extends FieldTest {

    private static final String THRESHOLD = "--multipart-threshold=6M";

    @Test
    void oneThatIsThereIsUsedByWhomMayMakeNone() {
        cloud.s3().put("src", "large", noise(11 * MIB), Map.of());
        cloud.swift().createBucket("dst_segments");
        cloud.switchOn(Refuses.with(403, "Forbidden", call -> !call.isS3() && call.isBucket() && call.is("PUT")));

        FieldResult result = mirror(Way.TO_SWIFT, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().content("dst", "large")).isEqualTo(noise(11 * MIB));
        assertThat(cloud.requests()
                        .bucket("dst_segments")
                        .method("PUT")
                        .which(r -> r.call().isBucket())
                        .list())
                .isEmpty();
    }

    @Test
    void oneThatIsMadeHasThePolicyOfItsContainer() {
        cloud.s3().put("src", "large", noise(11 * MIB), Map.of());
        cloud.swift().bucket("dst").orElseThrow().headers(Fields.of(Map.of("X-Storage-Policy", "gold")));

        FieldResult result = mirror(Way.TO_SWIFT, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().bucket("dst_segments").orElseThrow().headers().first("X-Storage-Policy"))
                .contains("gold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dst_segments", "dst+segments"})
    void oneIsNoDestination(String container) {
        cloud.s3().put("src", "large", noise(11 * MIB), Map.of());
        mirror(Way.TO_SWIFT, THRESHOLD);
        cloud.s3().put("other", "k", "small");
        List<String> before = cloud.swift().keys(container);

        FieldResult result = run.mirror("s3://other->cf://" + container, "--delete", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told())
                .contains("the destination cf://" + container + " is for the parts of large objects in cf://dst");
        assertThat(cloud.swift().keys(container)).isEqualTo(before);
    }

    @Test
    void whoMirrorsToBothIsRefusedBeforeAnything() {
        cloud.s3().put("other", "k", "small");
        String[] scenarios = {Way.TO_SWIFT.scenario(), "s3://other->cf://dst_segments"};

        assertThat(run.mirror(scenarios[0], scenarios[1], "--delete", "--min-sync=0")
                        .exit())
                .isEqualTo(2);
        assertThat(run.command("validate", "--delete", scenarios[0], scenarios[1])
                        .exit())
                .isEqualTo(2);
        assertThat(run.command("validate", scenarios[1]).exit()).isEqualTo(1);
        assertThat(run.command("validate", "--segments", scenarios[1]).exit()).isZero();
    }

    @Test
    void whoMirrorsThePartsAsContentDeletesNoneOfOurs() {
        cloud.s3().put("src", "large", noise(11 * MIB), Map.of());
        mirror(Way.TO_SWIFT, THRESHOLD);
        cloud.swift().put("dst_segments", "of another", "old");
        for (String key : cloud.swift().keys("dst_segments")) {
            StoredObject held = cloud.swift().object("dst_segments", key).orElseThrow();
            cloud.swift().put("dst_segments", key, held.modified(Instant.EPOCH));
        }
        cloud.s3().put("other", "k", "small");

        FieldResult result = run.mirror(
                "s3://other->cf://dst_segments", "--segments", "--delete", "--min-sync=0", "--max-delete=100%");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("of another")).isEqualTo("deleted");
        assertThat(cloud.swift().keys("dst_segments"))
                .contains("k")
                .doesNotContain("of another")
                .hasSize(1 + 2);
        assertThat(cloud.swift().content("dst", "large")).isEqualTo(noise(11 * MIB));
    }
}
