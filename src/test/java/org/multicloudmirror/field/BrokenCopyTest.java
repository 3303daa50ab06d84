package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.Reply.Framing;
import org.multicloudmirror.cloud.quirk.CutOff;
import org.multicloudmirror.cloud.quirk.Flaky;
import org.multicloudmirror.cloud.quirk.Framed;
import org.multicloudmirror.cloud.quirk.IgnoresProofs;
import org.multicloudmirror.cloud.quirk.MergesSlashes;
import org.multicloudmirror.cloud.quirk.PacksAnswers;
import org.multicloudmirror.cloud.quirk.StorageUrl;
import org.multicloudmirror.cloud.quirk.TokenLess;

/** A broken copy replaces nothing, whatever else the services do. */
class BrokenCopyTest extends FieldTest {

    private static final String OLD = "the good one of before";

    static Stream<Arguments> quirks() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(
                        new Framed(Framing.CHUNKED),
                        new Framed(Framing.HTTP_1_0),
                        new PacksAnswers(),
                        new MergesSlashes(),
                        new TokenLess(1),
                        new StorageUrl("/"),
                        new Flaky(7),
                        new NoTags())
                .map(quirk -> Arguments.of(way, quirk)));
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void replacesNothing(Way way, Quirk quirk) {
        for (Framing framing : Framing.values()) {
            way.source(cloud).put("src", framing.name(), "0123456789".repeat(2000));
            way.destination(cloud).put("dst", framing.name(), OLD);
        }
        cloud.switchOn(quirk).switchOn(new IgnoresProofs());
        for (Framing framing : Framing.values()) {
            cloud.switchOn(new Only(framing.name(), new CutOff(framing, 7000)));
        }
        run.with("mirror.retries", "2");

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        for (Framing framing : Framing.values()) {
            assertThat(result.kind(framing.name())).as(result.told()).isEqualTo("failed");
            assertThat(way.destination(cloud).text("dst", framing.name())).isEqualTo(OLD);
        }
    }

    /** A quirk for one key. */
    private record Only(String key, Quirk quirk) implements Quirk {

        @Override
        public Reply after(Call call, Reply reply) {
            return call.key().equals(key) ? quirk.after(call, reply) : reply;
        }
    }

    /** Answers reads of objects without their tag. */
    private record NoTags() implements Quirk {

        @Override
        public Reply after(Call call, Reply reply) {
            return call.isObject() && call.is("GET", "HEAD") ? reply.without("ETag") : reply;
        }
    }
}
