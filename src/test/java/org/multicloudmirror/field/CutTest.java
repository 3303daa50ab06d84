package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Requests;
import org.multicloudmirror.cloud.quirk.Refuses;

/** A long flat listing, of which several parts are listed at a time, with keys from both ends of Unicode. */
class CutTest extends FieldTest {

    private static final int COUNT = 10_500;
    private static final List<String> LAST =
            List.of("\ue000", "\ue000a", "\uf8ff", "\ufffd", "\ud83d\ude00", "\udbff\udffd", "\udbff\udffdz");

    @ParameterizedTest
    @CsvSource({"TO_SWIFT, false", "TO_S3, false", "TO_SWIFT, true", "TO_S3, true"})
    void isWholeWhereverItIsCut(Way way, boolean isRefused) {
        byte[] content = "x".getBytes(UTF_8);
        for (int i = 0; i < COUNT; i++) {
            String key = "k%05d".formatted(i);
            way.source(cloud).put("src", key, content, Map.of());
            way.destination(cloud).put("dst", key, content, Map.of());
        }
        LAST.forEach(key -> way.source(cloud).put("src", key, content, Map.of()));
        way.destination(cloud).put("dst", "k10499x", "extra");
        way.destination(cloud).put("dst", "\ue000b", "extra");
        if (isRefused) {
            cloud.switchOn(Refuses.with(400, "InvalidArgument", CutTest::cuts));
        }

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0", "--listings=8");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).containsExactlyInAnyOrderElementsOf(LAST);
        assertThat(result.keys("deleted"))
                .as(result.told() + result.kinds())
                .containsExactlyInAnyOrder("k10499x", "\ue000b");
        assertThat(way.destination(cloud).keys("dst"))
                .isEqualTo(way.source(cloud).keys("src"));
        Requests listings = cloud.requests().listings();
        assertThat(listings.which(request -> cuts(request.call())).list()).isNotEmpty();
        assertThat(listings).allSatisfy(request -> {
            String start = request.call().query().getOrDefault("start-after", "")
                    + request.call().query().getOrDefault("marker", "");
            assertThat(UTF_8.newEncoder().canEncode(start)).isTrue();
            assertThat(start).doesNotContain("?");
        });
    }

    private static boolean cuts(Call call) {
        return call.isListing()
                && call.query()
                        .getOrDefault(call.isS3() ? "max-keys" : "limit", "")
                        .equals("1")
                && call.query().getOrDefault("prefix", "").isEmpty();
    }
}
