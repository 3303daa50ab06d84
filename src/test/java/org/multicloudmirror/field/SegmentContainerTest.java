package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.cloud.Fields;
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
}
