package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.Reply.Framing;
import org.multicloudmirror.cloud.quirk.CompletesWith;
import org.multicloudmirror.cloud.quirk.CutOff;
import org.multicloudmirror.cloud.quirk.DropsHeaders;
import org.multicloudmirror.cloud.quirk.EncodedTokens;
import org.multicloudmirror.cloud.quirk.FirstVersionOnly;
import org.multicloudmirror.cloud.quirk.Flaky;
import org.multicloudmirror.cloud.quirk.Framed;
import org.multicloudmirror.cloud.quirk.IgnoresProofs;
import org.multicloudmirror.cloud.quirk.LimitsListings;
import org.multicloudmirror.cloud.quirk.ListsWithout;
import org.multicloudmirror.cloud.quirk.MergesSlashes;
import org.multicloudmirror.cloud.quirk.PacksAnswers;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.StorageUrl;
import org.multicloudmirror.cloud.quirk.TakesFewParts;
import org.multicloudmirror.cloud.quirk.TokenLess;
import org.multicloudmirror.cloud.quirk.Unpacks;
import org.multicloudmirror.cloud.quirk.WantsEqualParts;

/** A broken copy replaces nothing, whatever else the services do. */
class BrokenCopyTest extends FieldTest {

    private static final String OLD = "the good one of before";
    private static final byte[] LARGE = noise(6 * MIB);
    private static final String THRESHOLD = "--multipart-threshold=5M";

    /** All that a service may do about a copy, both as its source and as its destination. */
    static Stream<Arguments> quirks() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(
                        new Framed(Framing.CHUNKED),
                        new Framed(Framing.CLOSE),
                        new Framed(Framing.HTTP_1_0),
                        new PacksAnswers(),
                        new Unpacks(List.of("identity")),
                        new MergesSlashes(),
                        new TokenLess(1),
                        new FirstVersionOnly(2, true),
                        new EncodedTokens(2),
                        new LimitsListings(2, false),
                        new ListsWithout("src", "Size"),
                        new ListsWithout("src", "ETag"),
                        new ListsWithout("src", "hash"),
                        new ListsWithout("dst", "ETag"),
                        new StorageUrl("/"),
                        new Flaky(7),
                        new NoTags("GET", "HEAD"),
                        new NoTags("PUT"),
                        new CompletesWith("<ETag></ETag>"),
                        new WantsEqualParts(),
                        new TakesFewParts(1),
                        new DropsHeaders("dst", Set.of("x-amz-meta-mirror-source", "x-object-meta-mirror-source")),
                        Refuses.with(403, "AccessDenied", call -> call.isS3() && call.isBucket() && call.is("HEAD")),
                        Refuses.with(412, "PreconditionFailed", call -> call.is("HEAD") && call.asks("partNumber")),
                        Refuses.with(501, "NotImplemented", call -> call.header("x-amz-copy-source")
                                .isPresent()))
                .map(quirk -> Arguments.of(way, quirk)));
    }

    /** Small, and large in parts. */
    @ParameterizedTest
    @MethodSource("quirks")
    void replacesNothing(Way way, Quirk quirk) {
        fill(way);
        cloud.switchOn(quirk);
        breakCopies();

        assertOldIsThere(way, mirror(way, THRESHOLD));
    }

    static Stream<Arguments> many() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(
                        List.<Quirk>of(
                                new Framed(Framing.CHUNKED),
                                new PacksAnswers(),
                                new TokenLess(1),
                                new StorageUrl("/"),
                                new CompletesWith("<ETag></ETag>"),
                                new ListsWithout("dst", "ETag")),
                        List.<Quirk>of(
                                new Framed(Framing.CLOSE),
                                new FirstVersionOnly(2, false),
                                new LimitsListings(2, true),
                                new NoTags("GET", "HEAD", "PUT"),
                                new WantsEqualParts()))
                .map(quirks -> Arguments.of(way, quirks)));
    }

    @ParameterizedTest
    @MethodSource("many")
    void replacesNothingWhereItIsBackedUp(Way way, List<Quirk> quirks) {
        fill(way);
        quirks.forEach(cloud::switchOn);
        breakCopies();

        assertOldIsThere(way, mirror(way, THRESHOLD, "--backup-prefix=kept/"));

        assertThat(way.destination(cloud).keys("dst").stream().filter(key -> key.startsWith("kept/")))
                .isNotEmpty()
                .allMatch(key -> way.destination(cloud).text("dst", key).equals(OLD));
    }

    private void fill(Way way) {
        for (Framing framing : Framing.values()) {
            way.source(cloud).put("src", framing.name(), "0123456789".repeat(2000));
            way.destination(cloud).put("dst", framing.name(), OLD);
        }
        way.source(cloud).put("src", "large", LARGE, Map.of());
        way.destination(cloud).put("dst", "large", OLD);
    }

    /** What is written is taken as it comes, so that nobody else finds out. */
    private void breakCopies() {
        cloud.switchOn(new IgnoresProofs());
        for (Framing framing : Framing.values()) {
            cloud.switchOn(new Only(framing.name(), new CutOff(framing, 7000)));
        }
        cloud.switchOn(new Only("large", new CutOff(Framing.LENGTH, 7000)));
        run.with("mirror.retries", "1");
    }

    private void assertOldIsThere(Way way, FieldResult result) {
        assertThat(result.exit()).as(result.told()).isIn(1, 3);
        assertThat(result.keys("copied")).as(result.told()).isEmpty();
        List<String> keys = Stream.concat(
                        Stream.of("large"), Stream.of(Framing.values()).map(Framing::name))
                .toList();
        assertThat(keys).allSatisfy(key -> assertThat(way.destination(cloud).text("dst", key))
                .as(key)
                .isEqualTo(OLD));
    }

    /** A quirk for one key. */
    private record Only(String key, Quirk quirk) implements Quirk {

        @Override
        public Reply after(Call call, Reply reply) {
            return call.key().equals(key) ? quirk.after(call, reply) : reply;
        }
    }

    /** Answers without the object's tag. */
    private record NoTags(List<String> methods) implements Quirk {

        NoTags(String... methods) {
            this(List.of(methods));
        }

        @Override
        public Reply after(Call call, Reply reply) {
            return call.isObject() && methods.contains(call.method()) ? reply.without("ETag") : reply;
        }
    }
}
