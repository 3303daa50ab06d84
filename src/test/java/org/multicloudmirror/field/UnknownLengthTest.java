package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Reply.Framing;
import org.multicloudmirror.cloud.quirk.CutOff;
import org.multicloudmirror.cloud.quirk.Framed;
import org.multicloudmirror.cloud.quirk.IgnoresProofs;

/** A source that sends bodies without a length. */
class UnknownLengthTest extends FieldTest {

    static Stream<Arguments> ways() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(Framing.CHUNKED, Framing.CLOSE, Framing.HTTP_1_0)
                .map(framing -> Arguments.of(way, framing)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isCopiedWithTheLengthOfTheListing(Way way, Framing framing) {
        way.source(cloud).put("src", "text", "not nothing".repeat(1000));
        way.source(cloud).put("src", "nothing", "");
        way.destination(cloud).put("dst", "text", "the good one of before");
        cloud.switchOn(new Framed(framing)).switchOn(new IgnoresProofs());

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kinds()).containsOnly(Map.entry("text", "copied"), Map.entry("nothing", "copied"));
        assertThat(way.destination(cloud).text("dst", "text")).isEqualTo("not nothing".repeat(1000));
        assertThat(way.destination(cloud).text("dst", "nothing")).isEmpty();
        assertThat(cloud.requests().method("PUT").key("text").count()).isEqualTo(1);
        assertNothingIsLeftToDo(way);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isCopiedInParts(Way way, Framing framing) {
        byte[] content = noise(11 * MIB + 7);
        way.source(cloud).put("src", "large", content, Map.of());
        cloud.switchOn(new Framed(framing));

        FieldResult result = mirror(way, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(content);
        assertThat(cloud.requests().of(way.sourceProtocol()).status(206).count())
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void replacesNothingWhenItIsCutOff(Way way, Framing framing) {
        way.source(cloud).put("src", "text", "0123456789".repeat(1000));
        way.destination(cloud).put("dst", "text", "the good one of before");
        cloud.switchOn(new CutOff(framing, 5000)).switchOn(new IgnoresProofs());
        run.with("mirror.retries", "1");

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("text")).isEqualTo("failed");
        assertThat(way.destination(cloud).text("dst", "text")).isEqualTo("the good one of before");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isReadByACheck(Way way) {
        way.source(cloud).put("src", "text", "the same");
        way.destination(cloud).put("dst", "text", "the same");
        cloud.switchOn(new Framed(Framing.CHUNKED));

        FieldResult result = run.command("check", "--download", way.scenario());

        assertThat(result.exit()).as(result.told()).isZero();
    }
}
