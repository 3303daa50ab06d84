package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.quirk.Stalls;
import org.multicloudmirror.cloud.quirk.Trickles;

/** Peers that stop reading, or go on so slowly that nothing comes of it. */
@Timeout(60)
class StallTest extends FieldTest {

    /** A store that gives no answer is waited for longer than an object is tried again, unless nothing is. */
    @BeforeEach
    void hasNoPatience() {
        run.with("mirror.http.read-timeout", "1").with("mirror.retries", "0");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDestinationThatStopsReadingFailsTheObject(Way way) {
        way.source(cloud).put("src", "k", noise(24 * MIB), Map.of());
        way.destination(cloud).put("dst", "k", "the good one of before");
        try (Stalls stalls = new Stalls(call -> call.is("PUT") && call.isObject())) {
            cloud.switchOn(stalls);

            FieldResult result = mirror(way);

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.kind("k")).isEqualTo("failed");
            assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("the good one of before");
        }
    }

    static Stream<Arguments> trickles() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Trickles.BODY, Trickles.HEADER).map(head -> Arguments.of(way, head)));
    }

    @ParameterizedTest
    @MethodSource("trickles")
    void aSourceThatTricklesFailsTheObject(Way way, String head) {
        way.source(cloud).put("src", "k", noise(100_000), Map.of());
        try (Trickles trickles = new Trickles(call -> call.is("GET") && call.isObject(), head)) {
            cloud.switchOn(trickles);

            FieldResult result = mirror(way);

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.kind("k")).isEqualTo("failed");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aListingThatTricklesEndsTheRun(Way way) {
        try (Trickles trickles = new Trickles(Call::isListing, Trickles.BODY)) {
            cloud.switchOn(trickles);

            FieldResult result = mirror(way);

            assertThat(result.exit()).as(result.told()).isEqualTo(1);
        }
    }
}
