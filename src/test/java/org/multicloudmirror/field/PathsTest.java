package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Percent;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.ChangesPaths;
import org.multicloudmirror.cloud.quirk.Refuses;

/** A proxy that changes paths, so that a key leads to another object that is there. */
class PathsTest extends FieldTest {

    /** A proxy, a key that it changes, and the key that it makes of it. */
    private enum Change {
        MERGED("a//b", "a/b") {
            @Override
            ChangesPaths before(Protocol service) {
                return ChangesPaths.merging(service);
            }
        },
        COMPOSED("e\u0301", "\u00e9") {
            @Override
            ChangesPaths before(Protocol service) {
                return ChangesPaths.composing(service);
            }
        },
        DECODED("%41", "A") {
            @Override
            ChangesPaths before(Protocol service) {
                return ChangesPaths.decoding(service);
            }
        };

        private final String key;
        private final String other;

        Change(String key, String other) {
            this.key = key;
            this.other = other;
        }

        abstract ChangesPaths before(Protocol service);
    }

    private static final String[] DELETE = {"--delete", "--max-delete=100%", "--min-sync=0"};
    private static final Quirk NO_BULK = Refuses.with(
            501, "NotImplemented", call -> call.is("POST") && (call.asks("delete") || call.asks("bulk-delete")));

    /** Each service as source and as destination, behind two of the proxies. */
    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(Way.TO_SWIFT, Change.MERGED),
                Arguments.of(Way.TO_S3, Change.MERGED),
                Arguments.of(Way.TO_SWIFT, Change.COMPOSED),
                Arguments.of(Way.TO_S3, Change.DECODED));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherSourceIsNotCopied(Way way, Change change) {
        way.source(cloud).put("src", change.key, "dd");
        way.source(cloud).put("src", change.other, "ss");
        cloud.switchOn(change.before(way.sourceProtocol()));

        for (int i = 0; i < 2; i++) {
            FieldResult result = mirror(way);

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.keys("failed")).containsExactly(change.key);
            assertThat(result.reason(change.key)).contains("leads to another object");
            assertThat(way.destination(cloud).keys("dst")).containsExactly(change.other);
            assertThat(way.destination(cloud).text("dst", change.other)).isEqualTo("ss");
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherSourceIsNotCopiedInParts(Way way, Change change) {
        way.source(cloud).put("src", change.key, noise(11 * MIB), Map.of());
        way.source(cloud).put("src", change.other, noise(12 * MIB), Map.of());
        cloud.switchOn(change.before(way.sourceProtocol()));

        FieldResult result = mirror(way, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key);
        assertThat(way.destination(cloud).keys("dst")).containsExactly(change.other);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherCopyIsNotOverwritten(Way way, Change change) {
        way.source(cloud).put("src", change.key, "dd");
        way.source(cloud).put("src", change.other, "ss");
        way.destination(cloud).put("dst", change.other, "ss");
        cloud.switchOn(change.before(way.destinationProtocol()));

        for (String[] options : new String[][] {{}, {"--backup-prefix=kept/"}, {"--multipart-threshold=1"}}) {
            FieldResult result = mirror(way, options);

            assertThat(result.exit()).as(result.told()).isEqualTo(3);
            assertThat(result.keys("failed")).containsExactly(change.key);
            assertThat(way.destination(cloud).keys("dst")).containsExactly(change.other);
            assertThat(way.destination(cloud).text("dst", change.other)).isEqualTo("ss");
        }
    }

    /** Nothing of that name is there yet, so that only the listing tells where it went. */
    @ParameterizedTest
    @MethodSource("changes")
    void whatWentElsewhereIsNotToldAsCopied(Way way, Change change) {
        way.source(cloud).put("src", change.key, "dd");
        way.source(cloud).put("src", change.key + change.key, "ee");
        cloud.switchOn(change.before(way.destinationProtocol()));

        FieldResult result = mirror(way, "--process=1");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key, change.key + change.key);
        // no further one was tried
        assertThat(cloud.requests()
                        .of(way.destinationProtocol())
                        .method("PUT")
                        .objects()
                        .count())
                .isEqualTo(1);
    }

    /** The other one's copy is written right behind, so that what was written is nowhere. */
    @ParameterizedTest
    @MethodSource("changes")
    void whatIsOverwrittenAtOnceIsNotToldAsCopied(Way way, Change change) {
        way.source(cloud).put("src", change.key, "dd");
        way.source(cloud).put("src", change.other, "ss");
        way.destination(cloud).put("dst", "plain", "plain");
        cloud.switchOn(change.before(way.destinationProtocol()));
        cloud.switchOn(new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                if (call.is("PUT") && call.rawTarget().contains(Percent.path(change.key))) {
                    way.destination(cloud).put("dst", change.other, "ss");
                }
                return reply;
            }
        });

        FieldResult result = mirror(way, "--process=1");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key);
        assertThat(way.destination(cloud).text("dst", change.other)).isEqualTo("ss");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherCopyIsNotBackedUpOrReplaced(Way way, Change change) {
        way.source(cloud).put("src", change.key, "new");
        way.source(cloud).put("src", change.other, "ss");
        way.destination(cloud).put("dst", change.key, "dd");
        way.destination(cloud).put("dst", change.other, "ss");
        cloud.switchOn(change.before(way.destinationProtocol()));

        FieldResult result = mirror(way, "--backup-prefix=kept/");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key);
        assertThat(way.destination(cloud).keys("dst")).containsExactlyInAnyOrder(change.key, change.other);
        assertThat(way.destination(cloud).text("dst", change.other)).isEqualTo("ss");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherCopyIsNotDeleted(Way way, Change change) {
        way.source(cloud).put("src", change.other, "ss");
        way.destination(cloud).put("dst", change.key, "dd");
        way.destination(cloud).put("dst", change.other, "ss");
        cloud.switchOn(change.before(way.destinationProtocol())).switchOn(NO_BULK);

        FieldResult result = mirror(way, DELETE);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key);
        assertThat(way.destination(cloud).keys("dst")).containsExactlyInAnyOrder(change.key, change.other);
    }

    /** Nothing but its key tells it from the other. */
    @ParameterizedTest
    @MethodSource("changes")
    void anotherCopyOfTheSameContentIsNotDeleted(Way way, Change change) {
        way.source(cloud).put("src", change.other, "ss");
        way.destination(cloud).put("dst", change.key, "ss");
        way.destination(cloud).put("dst", change.other, "ss");
        cloud.switchOn(change.before(way.destinationProtocol())).switchOn(NO_BULK);

        FieldResult result = mirror(way, DELETE);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(way.destination(cloud).keys("dst")).containsExactlyInAnyOrder(change.key, change.other);
    }

    /** S3 says 204 to a DELETE of nothing. */
    @ParameterizedTest
    @MethodSource("changes")
    void whatCannotBeReachedIsNotToldAsDeleted(Way way, Change change) {
        way.source(cloud).put("src", "k", "k");
        way.destination(cloud).put("dst", change.key, "dd");
        way.destination(cloud).put("dst", "k", "k");
        cloud.switchOn(change.before(way.destinationProtocol())).switchOn(NO_BULK);

        FieldResult result = mirror(way, DELETE);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key);
        assertThat(way.destination(cloud).keys("dst")).containsExactlyInAnyOrder(change.key, "k");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anotherCopysMetadataStay(Way way, Change change) {
        way.source(cloud).put("src", change.key, "dd".getBytes(UTF_8), Map.of("Content-Type", "text/a"));
        way.source(cloud).put("src", change.other, "ss".getBytes(UTF_8), Map.of("Content-Type", "text/b"));
        way.destination(cloud).put("dst", change.key, "dd".getBytes(UTF_8), Map.of("Content-Type", "text/c"));
        way.destination(cloud).put("dst", change.other, "ss".getBytes(UTF_8), Map.of("Content-Type", "text/b"));
        cloud.switchOn(change.before(way.destinationProtocol()));

        FieldResult result = mirror(way, "--compare=metadata");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly(change.key);
        assertThat(way.destination(cloud)
                        .object("dst", change.other)
                        .orElseThrow()
                        .header("Content-Type"))
                .contains("text/b");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aCheckReadsTheObjectThatIsListed(Way way, Change change) {
        way.source(cloud).put("src", change.key, "dd");
        way.source(cloud).put("src", change.other, "ss");
        way.destination(cloud).put("dst", change.key, "ss");
        way.destination(cloud).put("dst", change.other, "ss");
        cloud.switchOn(change.before(way.sourceProtocol()));

        FieldResult result = run.command("check", "--download", way.scenario());

        assertThat(result.exit()).as(result.told()).isNotZero();
        assertThat(result.out()).contains("1 equal");
        assertThat(result.told()).contains(change.key);
    }

    /** Whoever answers for another object does so under a plain key, too. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aCheckVouchesForWhatIsListedOnly(Way way) {
        way.source(cloud).put("src", "k", "dd");
        way.source(cloud).put("src", "other", "ss");
        way.destination(cloud).put("dst", "k", "ss");
        way.destination(cloud).put("dst", "other", "ss");
        cloud.switchOn(new ChangesPaths(way.sourceProtocol(), path -> path.replaceFirst("/src/k$", "/src/other")));

        FieldResult result = run.command("check", "--download", way.scenario());

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.out()).contains("1 equal").contains("1 unverifiable");
    }

    /** Within one store the server copies; its destination is a path all the same. */
    @ParameterizedTest
    @CsvSource({"S3, s3://src->s3://dst, /dst/", "SWIFT, cf://src->cf://dst, /v1/AUTH_scripted/dst/"})
    void theServerCopiesNothingOverAnotherCopy(Protocol protocol, String scenario, String destination) {
        cloud.service(protocol).put("src", "a//b", "dd");
        cloud.service(protocol).put("src", "a/b", "ss");
        cloud.service(protocol).put("dst", "a/b", "ss");
        cloud.switchOn(
                new ChangesPaths(protocol, path -> path.startsWith(destination) ? path.replaceAll("/+", "/") : path));

        FieldResult result = run.mirror(scenario);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).containsExactly("a//b");
        assertThat(cloud.service(protocol).keys("dst")).containsExactly("a/b");
        assertThat(cloud.service(protocol).text("dst", "a/b")).isEqualTo("ss");
    }

    /** What the other one consists of stays, too. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherCopysSegmentsStay(Way way) {
        way.source(cloud).put("src", "a/b", noise(11 * MIB), Map.of());
        mirror(way, "--multipart-threshold=6M");
        way.destination(cloud).put("dst", "a//b", "extra");
        cloud.switchOn(ChangesPaths.merging(way.destinationProtocol()));

        FieldResult result = mirror(way, DELETE);

        assertThat(way.destination(cloud).content("dst", "a/b"))
                .as(result.told())
                .isEqualTo(noise(11 * MIB));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void manyAwkwardKeysCostWhatFewDo(Way way) {
        int few = furtherRequests(way, 3);
        int many = furtherRequests(way, 30);

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(6 * 5);
    }

    private int furtherRequests(Way way, int number) {
        Stream.of("//", "\u00e9", "e\u0301", "%41", "+", "/./").forEach(awkward -> {
            for (int i = 0; i < number; i++) {
                way.source(cloud).put("src", number + "-" + i + awkward + "x", number + awkward + i);
            }
        });
        way.destination(cloud).put("dst", "plain", "plain");
        cloud.forgetRequests();
        FieldResult result = mirror(way, "--process=8");
        assertThat(result.exit()).as(result.told()).isZero();
        int all = 6 * number;
        assertThat(result.keys("copied")).hasSize(all);
        return cloud.requests()
                        .which(request -> request.call().isObject()
                                || (request.call().isListing()
                                        && !request.call()
                                                .query()
                                                .getOrDefault("prefix", "")
                                                .isEmpty()))
                        .count()
                - 2 * all;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void plainKeysCostNothing(Way way) {
        for (int i = 0; i < 5; i++) {
            way.source(cloud).put("src", "a b/" + i + ".txt", "k" + i);
        }

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.requests().objects().count()).isEqualTo(10);
        assertThat(cloud.requests()
                        .listings()
                        .which(request -> !request.call()
                                .query()
                                .getOrDefault("prefix", "")
                                .isEmpty())
                        .list())
                .isEmpty();
    }

    /** Swift's listings may lag: what they do not name yet is there all the same. */
    @ParameterizedTest
    @MethodSource("awkward")
    void aListingThatLagsFailsNothing(String key) {
        cloud.s3().put("src", key, "new");
        cloud.s3().put("src", "x" + key, "other");
        cloud.switchOn(new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                return !call.isS3() && call.isListing() ? reply.withBody("[]".getBytes(UTF_8)) : reply;
            }
        });

        for (int i = 0; i < 2; i++) {
            FieldResult result = mirror(Way.TO_SWIFT);

            assertThat(result.exit()).as(result.told()).isZero();
            assertThat(cloud.swift().text("dst", key)).isEqualTo("new");
        }
    }

    static Stream<String> awkward() {
        return Stream.of(Change.values()).map(change -> change.key);
    }
}
