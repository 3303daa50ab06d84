package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.quirk.Refuses;

/** What is to be deleted when the run ends early. */
class LeftExtrasTest extends FieldTest {

    private static final int EXTRAS = 1_500;

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsNotReachedIsLeft(Way way) {
        way.source(cloud).put("src", "k", "x");
        way.destination(cloud).put("dst", "k", "x");
        IntStream.range(0, EXTRAS).forEach(i -> way.destination(cloud).put("dst", "z%04d".formatted(i), ""));
        cloud.switchOn(Refuses.with(403, "AccessDenied", LeftExtrasTest::isDeletion));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0", "--failures-in-a-row=2");

        int left = result.keys("left").size();
        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(left).isPositive();
        assertThat(left + result.keys("failed").size()).isEqualTo(EXTRAS);
        assertThat(result.reason(result.keys("left").get(0))).startsWith("not deleted: store ");
        assertThat(result.out())
                .contains("ENDED EARLY: store ", " denies access")
                .contains(left + " objects are left, nothing was deleted; the next run goes on from here")
                .contains(" left, ");
        assertThat(way.destination(cloud).keys("dst")).hasSize(EXTRAS + 1);
    }

    private static boolean isDeletion(Call call) {
        return call.is("DELETE") || (call.is("POST") && (call.asks("delete") || call.asks("bulk-delete")));
    }
}
