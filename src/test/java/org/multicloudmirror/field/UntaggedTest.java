package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.IgnoresProofs;
import org.multicloudmirror.cloud.quirk.Missing;

/** Answers that do not tell the tag of what was written or read. */
class UntaggedTest extends FieldTest {

    private static final String THRESHOLD = "--multipart-threshold=6M";
    private static final byte[] LARGE = noise(11 * MIB);

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatWasWrittenIsLookedAtOnce(Way way) {
        way.source(cloud).put("src", "k", "text");
        cloud.switchOn(new NoTag(call -> call.is("PUT")));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.requests().method("PUT").objects().count()).isEqualTo(1);
        assertThat(cloud.requests().method("HEAD").bucket("dst").key("k").count())
                .isEqualTo(1);
        assertThat(result.proof("k")).isEqualTo("md5");
    }

    /** That it is not there yet is no word about the source, and is tried again. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void whatWasWrittenAndIsNotThereIsWrittenAgain(Way way) {
        way.source(cloud).put("src", "k", "text");
        cloud.switchOn(new NoTag(call -> call.is("PUT")));
        cloud.switchOn(new Once(new Missing("HEAD", "dst", "k", "", "")));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("k")).isEqualTo("copied");
        assertThat(cloud.requests().method("PUT").objects().count()).isEqualTo(2);
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("text");
    }

    /** Parts whose answers prove nothing are told their MD5. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void partsAreProvenByTheStore(Way way) {
        way.source(cloud).put("src", "large", LARGE, Map.of());
        cloud.switchOn(new NoTag(call -> call.is("PUT")));

        FieldResult result = mirror(way, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(LARGE);
    }

    /** Nobody knows of which version such a part is. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void partsOfTheSourceAreNotMixed(Way way) {
        way.source(cloud).put("src", "large", LARGE, Map.of());
        way.destination(cloud).put("dst", "large", "the old one");
        cloud.switchOn(new IgnoresProofs());
        cloud.switchOn(new NoTag(call -> call.is("GET") && call.header("Range").isPresent()));
        run.with("mirror.retries", "1");

        FieldResult result = mirror(way, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.reason("large"))
                .contains("mirror.multipart-threshold")
                .doesNotContain("changed");
        assertThat(way.destination(cloud).text("dst", "large")).isEqualTo("the old one");
        assertThat(mirror(way, "--multipart-threshold=1G").exit()).isZero();
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(LARGE);
    }

    /** In one piece: the tag that its HEAD told is that of the bytes. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anAssembledSourceIsProvenByItsParts(Way way) {
        way.source(cloud).putParts("src", "large", Map.of(), LARGE);
        cloud.switchOn(new NoTag(call -> call.is("GET")));

        FieldResult result = mirror(way, "--multipart-threshold=1G");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.proof("large")).isIn("md5", "parts");
        assertThat(way.destination(cloud).content("dst", "large")).isEqualTo(LARGE);
    }

    private record NoTag(Predicate<Call> which) implements Quirk {

        @Override
        public Reply after(Call call, Reply reply) {
            return call.isObject() && which.test(call) ? reply.without("ETag") : reply;
        }
    }

    private record Once(Quirk quirk, AtomicBoolean isOver) implements Quirk {

        Once(Quirk quirk) {
            this(quirk, new AtomicBoolean());
        }

        @Override
        public Optional<Reply> instead(Call call) throws IOException {
            Optional<Reply> reply = quirk.instead(call);
            return reply.isPresent() && isOver.compareAndSet(false, true) ? reply : Optional.empty();
        }
    }
}
