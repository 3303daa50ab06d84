package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.quirk.Stalls;

/** A limit that is reached while a page is waited for. */
@Timeout(60)
class StoppedListingTest extends FieldTest {

    static Stream<Arguments> sides() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of("src", "dst").map(bucket -> Arguments.of(way, bucket)));
    }

    /** The page that is waited for would come after minutes, and after retries. */
    @ParameterizedTest
    @MethodSource("sides")
    void aListingThatStallsIsGivenUp(Way way, String bucket) {
        run.with("mirror.http.read-timeout", "300");
        for (int i = 0; i < 12; i++) {
            way.source(cloud).put("src", "k%02d".formatted(i), "x");
            way.destination(cloud).put("dst", "a%02d".formatted(i), "x");
        }
        cloud.switchOn(new ShortPages());
        try (Stalls stalls =
                new Stalls(call -> call.isListing() && call.bucket().equals(bucket) && goesOn(call))) {
            cloud.switchOn(stalls);

            FieldResult result = mirror(way, "--max-duration=3s", "--delete", "--max-delete=100%", "--min-sync=0");

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.out()).contains("LIMIT REACHED: --max-duration was reached", "nothing was deleted");
            assertThat(way.destination(cloud).keys("dst"))
                    .hasSizeGreaterThanOrEqualTo(12)
                    .contains("a00", "a11");
        }
    }

    private static boolean goesOn(Call call) {
        return call.asks("continuation-token") || call.asks("marker") || call.asks("start-after");
    }

    private record ShortPages() implements Quirk {

        @Override
        public Call seen(Call call) {
            if (!call.isListing()) {
                return call;
            }
            Map<String, String> query = new TreeMap<>(call.query());
            query.put(call.isS3() ? "max-keys" : "limit", "5");
            return call.with(query);
        }
    }
}
