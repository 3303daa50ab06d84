package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.EncodedTokens;
import org.multicloudmirror.cloud.quirk.FirstVersionOnly;
import org.multicloudmirror.cloud.quirk.LimitsListings;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.StorageUrl;
import org.multicloudmirror.cloud.quirk.TokenLess;

/** Listings, and what is asked before them, of services that are not the one in the book. */
class ListingTest extends FieldTest {

    private static final List<String> KEYS = IntStream.range(0, 23)
            .mapToObj("dir %02d/a+b&c=%%41 \u00fc"::formatted)
            .toList();

    static Stream<Arguments> quirks() {
        return Arrays.stream(Way.values()).flatMap(way -> Stream.of(
                        new FirstVersionOnly(5, true),
                        new FirstVersionOnly(5, false),
                        new TokenLess(5),
                        new EncodedTokens(5),
                        new LimitsListings(5, true),
                        new LimitsListings(5, false),
                        new StorageUrl("/"),
                        new Refuses(call -> call.path().equals("/info"), Reply.of(503)),
                        new Refuses(
                                call -> call.path().equals("/info"),
                                Reply.text(200, "text/html", "<html>a proxy's page</html>")),
                        Refuses.with(403, "AccessDenied", call -> call.isBucket() && call.isS3() && call.is("HEAD")))
                .map(quirk -> Arguments.of(way, quirk)));
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void everythingIsListedOnBothSides(Way way, Quirk quirk) {
        KEYS.forEach(key -> way.source(cloud).put("src", key, "x"));
        way.destination(cloud).put("dst", "zzz extra", "x");
        cloud.switchOn(quirk);

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).keys("dst")).isEqualTo(KEYS);
        assertNothingIsLeftToDo(way);
    }

    /** Large objects ask for the limits of Swift. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anInfoThatIsNoneMeansTheDefaults(Way way) {
        way.source(cloud).put("src", "large", noise(11 * MIB), Map.of());
        cloud.switchOn(new Refuses(
                call -> call.path().equals("/info"), Reply.text(200, "text/html", "<html>a proxy's page</html>")));

        FieldResult result = mirror(way, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(noise(11 * MIB));
    }

    /** Camel takes what is left of a split that failed. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aListingThatFailsIsAskedForOnce(Way way) {
        run.with("mirror.retries", "0");
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(Refuses.with(500, "InternalError", ListingTest::isPageOfSource));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.out()).contains("COULD NOT RUN");
        assertThat(result.told()).doesNotContain("WARN");
        assertThat(cloud.requests().listings().bucket("src").count()).isOne();
    }

    private static boolean isPageOfSource(Call call) {
        return call.isListing() && call.bucket().equals("src");
    }

    /** A page that does not go on is no reason to list for ever. */
    @ParameterizedTest
    @EnumSource(value = Way.class, names = "TO_SWIFT")
    void aListingThatDoesNotAdvanceEndsTheRun(Way way) {
        KEYS.forEach(key -> way.source(cloud).put("src", key, "x"));
        cloud.switchOn(new TokenLess(5));
        cloud.switchOn(new Quirk() {
            @Override
            public Call seen(Call call) {
                return call.isS3() && call.isListing() ? call.with(Map.of("list-type", "2", "max-keys", "5")) : call;
            }
        });

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
    }
}
