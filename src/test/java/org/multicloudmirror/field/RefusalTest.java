package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.AnswersEarly;
import org.multicloudmirror.cloud.quirk.DropsHeaders;
import org.multicloudmirror.cloud.quirk.ListsWithout;
import org.multicloudmirror.cloud.quirk.Refuses;

/** What a destination does not take, and what of it an operator is told. */
class RefusalTest extends FieldTest {

    static Stream<Arguments> early() {
        return Stream.of(
                Arguments.of(Way.TO_S3, Reply.error(403, "AccessDenied", "You may not write here."), "AccessDenied"),
                Arguments.of(
                        Way.TO_S3, Reply.error(400, "EntityTooLarge", "Your upload is too large"), "EntityTooLarge"),
                Arguments.of(
                        Way.TO_SWIFT,
                        Reply.text(413, "text/html", "<html><h1>Request Entity Too Large</h1></html>"),
                        "413"),
                Arguments.of(Way.TO_SWIFT, Reply.text(403, "text/html", "<html><h1>Forbidden</h1></html>"), "403"));
    }

    @ParameterizedTest
    @MethodSource("early")
    void anEarlyAnswerIsTheReasonAndComesOnce(Way way, Reply answer, String word) {
        way.source(cloud).put("src", "k", noise(30 * MIB), Map.of());
        cloud.switchOn(new AnswersEarly(answer));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.reason("k")).contains(word).doesNotContain("Broken pipe");
        assertThat(cloud.requests().method("PUT").key("k").count()).isEqualTo(1);
    }

    @Test
    void tagsThatTheServiceDoesNotKnowAreLeftOut() {
        cloud.s3().put("src", "k", cloud.s3().put("src", "k", "x").tagged(Map.of("a", "b")));
        cloud.s3().put("src", "l", cloud.s3().put("src", "l", "y").tagged(Map.of("a", "b")));
        cloud.switchOn(Refuses.with(
                400,
                "InvalidArgument",
                call -> call.isS3()
                        && call.is("PUT")
                        && call.header("x-amz-tagging").isPresent()));

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kinds()).containsOnlyKeys("k", "l");
        assertThat(cloud.s3().keys("dst")).containsExactly("k", "l");
        assertThat(run.mirror("s3://src->s3://dst").kinds()).isEmpty();
    }

    @Test
    void tagsThatMayNotBeReadAreLostAndNamed() {
        cloud.s3().put("src", "k", cloud.s3().put("src", "k", "x").tagged(Map.of("a", "b")));
        cloud.switchOn(Refuses.with(403, "AccessDenied", call -> call.is("GET") && call.asks("tagging")));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("k")).isEqualTo("copied-with-loss");
        assertThat(cloud.swift().text("dst", "k")).isEqualTo("x");
    }

    /** Others have passed with theirs, or its own are of a form that S3 does not take. */
    @ParameterizedTest
    @CsvSource({"z, b", "a, b?"})
    void theTagsOfOneObjectAreItsOwnAffair(String bad, String value) {
        for (String key : List.of("a", "k", "l", "m", "z")) {
            String tag = key.equals(bad) ? value : "b";
            cloud.s3().put("src", key, cloud.s3().put("src", key, key).tagged(Map.of("t", tag)));
        }
        cloud.switchOn(Refuses.with(
                400,
                "InvalidTag",
                call -> call.is("PUT")
                        && call.key().equals(bad)
                        && call.header("x-amz-tagging").isPresent()));
        run.with("mirror.process", "1");

        FieldResult result = run.mirror("s3://src->s3://dst");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().keys("dst")).hasSize(5).allSatisfy(key -> {
            assertThat(cloud.s3().text("dst", key)).isEqualTo(key);
            assertThat(cloud.s3().object("dst", key).orElseThrow().tags())
                    .isEqualTo(key.equals(bad) ? Map.of() : Map.of("t", "b"));
        });
        assertThat(cloud.requests().method("PUT").objects().count()).isEqualTo(6);
        assertThat(cloud.s3().object("dst", bad).orElseThrow().header("x-amz-meta-mirror-tags"))
                .as("where they are told all the same")
                .isPresent();
        assertThat(run.mirror("s3://src->s3://dst").kinds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void headersThatAreDroppedAreNotSentAgain(Way way) {
        way.source(cloud)
                .put("src", "k", "x".getBytes(UTF_8), Map.of("Cache-Control", "no-store", "Content-Language", "de"));
        cloud.switchOn(new DropsHeaders("dst", Set.of("cache-control", "content-language")));

        FieldResult first = mirror(way, "--compare=metadata");
        assertThat(first.exit()).as(first.told()).isZero();
        FieldResult second = mirror(way, "--compare=metadata");
        assertThat(second.exit()).as(second.told()).isZero();
        cloud.forgetRequests();
        FieldResult third = mirror(way, "--compare=metadata");

        assertThat(third.exit()).as(third.told()).isZero();
        assertThat(third.kinds()).isEmpty();
        assertThat(cloud.requests().method("PUT", "POST").objects().list()).isEmpty();
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of(Way.TO_S3, "Size"),
                Arguments.of(Way.TO_S3, "ETag"),
                Arguments.of(Way.TO_S3, "LastModified"),
                Arguments.of(Way.TO_SWIFT, "bytes"),
                Arguments.of(Way.TO_SWIFT, "hash"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aListingThatLacksAFieldCausesNoCopy(Way way, String field) {
        way.source(cloud).put("src", "k", "text");
        mirror(way);
        cloud.switchOn(new ListsWithout("dst", field));

        for (int i = 0; i < 2; i++) {
            cloud.forgetRequests();
            FieldResult result = mirror(way);

            assertThat(result.exit()).as(result.told()).isZero();
            assertThat(result.kinds()).isEmpty();
            assertThat(cloud.requests().method("PUT", "POST").objects().list()).isEmpty();
        }
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("text");
    }
}
