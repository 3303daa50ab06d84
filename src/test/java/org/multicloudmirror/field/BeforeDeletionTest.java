package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** What is asked and kept of an object before it is deleted fails now and then, as everything does. */
class BeforeDeletionTest extends FieldTest {

    private static final String[] DELETING = {
        "--delete", "--max-delete=100%", "--min-sync=0", "--backup-prefix=kept/", "--multipart-threshold=6M"
    };

    @ParameterizedTest
    @CsvSource({"TO_SWIFT, 1", "TO_S3, 1", "TO_SWIFT, 2", "TO_S3, 2"})
    void isTriedAgain(Way way, int times) {
        // more than the requests that a key may take, an awkward one most
        run.with("mirror.retries", "20");
        fill(way);
        cloud.switchOn(new FailsAtFirst(times));

        FieldResult result = mirror(way, DELETING);

        assertThat(result.exit()).as(result.told() + result.objects()).isZero();
        assertThat(result.keys("deleted")).containsExactly("large", "odd//key", "small");
        assertThat(way.destination(cloud).keys("dst")).containsExactly("kept/large", "kept/odd//key", "kept/small");
        assertThat(way.destination(cloud).text("dst", "kept/small")).isEqualTo("small");
        assertThat(way.destination(cloud).content("dst", "kept/large")).isEqualTo(noise(7 * MIB));
    }

    @ParameterizedTest
    @CsvSource({"TO_SWIFT", "TO_S3"})
    void keepsTheObjectWhenItFailsForGood(Way way) {
        run.with("mirror.retries", "1");
        fill(way);
        cloud.switchOn(new FailsAtFirst(100));

        FieldResult result = mirror(way, DELETING);

        assertThat(result.keys("deleted")).as(result.told()).isEmpty();
        assertThat(way.destination(cloud).keys("dst")).contains("large", "odd//key", "small");
    }

    private void fill(Way way) {
        way.destination(cloud).put("dst", "small", "small");
        way.destination(cloud).put("dst", "odd//key", "odd");
        way.destination(cloud)
                .putParts(
                        "dst",
                        "large",
                        Map.of(),
                        Arrays.copyOf(noise(7 * MIB), 6 * MIB),
                        Arrays.copyOfRange(noise(7 * MIB), 6 * MIB, 7 * MIB));
        way.source(cloud).put("src", "kept/left out", "so that the source is not empty");
    }

    /** Each request about an object fails some times. */
    private record FailsAtFirst(int times, Map<String, Integer> seen) implements Quirk {

        FailsAtFirst(int times) {
            this(times, new ConcurrentHashMap<>());
        }

        @Override
        public Optional<Reply> instead(Call call) {
            String what = call.method() + " " + call.bucket() + "/" + call.key()
                    + call.header("Range").orElse("");
            boolean isMeant =
                    call.isObject() && !call.is("DELETE", "POST") && !call.key().equals("kept/left out");
            return isMeant && seen.merge(what, 1, Integer::sum) <= times
                    ? Optional.of(Reply.error(500, "InternalError", "We encountered an internal error."))
                    : Optional.empty();
        }
    }
}
