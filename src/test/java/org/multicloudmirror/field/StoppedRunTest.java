package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.Stalls;

/** A limit that is reached while a store is waited for. */
@Timeout(60)
class StoppedRunTest extends FieldTest {

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

    /** It would be tried again for two minutes, and until then for as long as the store asks for. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aDeletionThatFailsForNowIsGivenUp(Way way) {
        way.source(cloud).put("src", "k", "x");
        way.destination(cloud).put("dst", "extra", "x");
        cloud.switchOn(new Refuses(
                call -> call.is("DELETE") || call.asks("delete") || call.asks("bulk-delete"),
                Reply.of(503).with("Retry-After", "100")));

        FieldResult result = mirror(way, "--max-duration=3s", "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.out()).contains("LIMIT REACHED: --max-duration was reached");
        assertThat(result.keys("left")).containsExactly("extra");
    }

    /** Nor is a source that does not tell whether it has an object of which a 404 is no proof. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsAskedBeforeADeletionIsGivenUp(Way way) {
        way.source(cloud).put("src", "k", "x");
        way.destination(cloud).put("dst", "x%y", "x");
        AtomicBoolean isListed = new AtomicBoolean();
        cloud.switchOn(new Refuses(
                call -> {
                    isListed.compareAndSet(false, call.is("PUT") && call.isObject());
                    return isListed.get() && call.isListing() && call.bucket().equals("src");
                },
                Reply.of(503)));

        FieldResult result = mirror(way, "--max-duration=3s", "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.out()).contains("LIMIT REACHED: --max-duration was reached");
        assertThat(way.destination(cloud).keys("dst")).contains("x%y");
    }

    /** The look at the buckets, which has five attempts. */
    @ParameterizedTest
    @MethodSource("sides")
    void aBucketThatDoesNotAnswerIsGivenUp(Way way, String bucket) {
        run.with("mirror.http.read-timeout", "2");
        way.source(cloud).put("src", "k", "x");
        way.destination(cloud).put("dst", "a", "x");
        try (Stalls stalls =
                new Stalls(call -> !call.isObject() && call.bucket().equals(bucket))) {
            cloud.switchOn(stalls);

            FieldResult result = mirror(way, "--max-duration=1s");

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.out()).contains("LIMIT REACHED: --max-duration was reached");
            assertThat(cloud.requests().bucket(bucket).count()).isLessThan(4);
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
