package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.quirk.Endless;
import org.multicloudmirror.cloud.quirk.NestedManifests;

/** Answers that would fill the heap. */
@Timeout(120)
class EndlessAnswerTest extends FieldTest {

    private static final String PROCESSING = "HTTP/1.1 102 Processing\r\n\r\n";

    @BeforeEach
    void triesOnce() {
        run.with("mirror.retries", "0");
    }

    static Stream<Arguments> listings() {
        String entry = "<Contents><Key>k</Key><Size>1</Size><ETag>x</ETag></Contents>";
        return Stream.of(
                Arguments.of(
                        "a header line",
                        Way.TO_SWIFT,
                        new Endless(EndlessAnswerTest::isS3Listing, Endless.OK + "X-Long: ", "a")),
                Arguments.of(
                        "a header line",
                        Way.TO_S3,
                        new Endless(EndlessAnswerTest::isSwiftListing, Endless.OK + "X-Long: ", "a")),
                Arguments.of(
                        "headers",
                        Way.TO_SWIFT,
                        new Endless(EndlessAnswerTest::isS3Listing, Endless.OK, "X-More: b\r\n")),
                Arguments.of(
                        "headers",
                        Way.TO_S3,
                        new Endless(EndlessAnswerTest::isSwiftListing, Endless.OK, "X-More: b\r\n")),
                Arguments.of(
                        "a status line",
                        Way.TO_S3,
                        new Endless(EndlessAnswerTest::isSwiftListing, "HTTP/1.1 200 ", "OK")),
                Arguments.of(
                        "entries",
                        Way.TO_SWIFT,
                        new Endless(EndlessAnswerTest::isS3Listing, Endless.XML + "<ListBucketResult>", entry)),
                Arguments.of(
                        "entries",
                        Way.TO_S3,
                        new Endless(
                                EndlessAnswerTest::isSwiftListing,
                                Endless.JSON + "[{\"name\": \"k\"}",
                                ",{\"name\": \"k\"}")),
                Arguments.of(
                        "a key",
                        Way.TO_SWIFT,
                        new Endless(
                                EndlessAnswerTest::isS3Listing,
                                Endless.XML + "<ListBucketResult><Contents><Key>",
                                "k")),
                Arguments.of(
                        "a key",
                        Way.TO_S3,
                        new Endless(EndlessAnswerTest::isSwiftListing, Endless.JSON + "[{\"name\": \"", "k")),
                Arguments.of(
                        "white space", Way.TO_SWIFT, new Endless(EndlessAnswerTest::isS3Listing, Endless.XML, " ")),
                Arguments.of(
                        "white space",
                        Way.TO_S3,
                        new Endless(EndlessAnswerTest::isSwiftListing, Endless.JSON + "[", " ")),
                Arguments.of(
                        "an unknown field",
                        Way.TO_S3,
                        new Endless(EndlessAnswerTest::isSwiftListing, Endless.JSON + "[{\"other\": \"", "k")),
                Arguments.of(
                        "a login's headers",
                        Way.TO_S3,
                        new Endless(call -> call.path().startsWith("/auth"), Endless.OK, "X-More: b\r\n")));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("listings")
    void endsTheRunWithAClearFailure(String what, Way way, Endless endless) {
        cloud.switchOn(endless);

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told()).doesNotContain("OutOfMemory").doesNotContain("Exception");
    }

    @Test
    void aKeystoneLoginEndsToo() {
        cloud.switchOn(new Endless(call -> call.path().endsWith("/tokens"), Endless.JSON + "{\"access\": \"", "k"));
        run.store("cf", Map.of("endpoint", cloud.swift().url() + "/v2.0"));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
    }

    static Stream<Arguments> objects() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        Arguments.of(way, Endless.OK + "X-Long: ", "a"),
                        Arguments.of(way, Endless.OK, "X-More: b\r\n"),
                        Arguments.of(way, "HTTP/1.1 500 \r\nConnection: close\r\n\r\n", "error ")));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void failsTheObject(Way way, String head, String piece) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(new Endless(EndlessAnswerTest::isRead, head, piece));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("k")).isEqualTo("failed");
    }

    static Stream<Arguments> asked() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of("GET", "PUT").map(method -> Arguments.of(way, method)));
    }

    /** Each is a sign of life, and none is an answer. */
    @ParameterizedTest
    @MethodSource("asked")
    void interimAnswersWithoutEndFailTheObject(Way way, String method) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(new Endless(call -> call.isObject() && call.is(method), PROCESSING, PROCESSING));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.reason("k")).endsWith("more than 500 interim answers (102) came, and no final one");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void interimAnswersWithoutEndEndAListing(Way way) {
        cloud.switchOn(new Endless(call -> isS3Listing(call) || isSwiftListing(call), PROCESSING, PROCESSING));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told()).contains("more than 500 interim answers (102) came, and no final one");
    }

    @Test
    void interimAnswersWithoutEndEndALogin() {
        cloud.switchOn(new Endless(call -> call.path().startsWith("/auth"), PROCESSING, PROCESSING));

        FieldResult result = mirror(Way.TO_S3);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told()).contains("more than 500 interim answers (102) came, and no final one");
    }

    static Stream<Arguments> chunks() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        Arguments.of(way, "1;", "a"),
                        Arguments.of(way, "1\r\nx\r\n0\r\n", "X-Trailer: b\r\n"),
                        Arguments.of(way, "1\r\nx\r\n0\r\nX-Trailer: ", "b")));
    }

    /** A trailer stands behind what was wanted: that it has no end is noticed, and costs no byte. */
    @ParameterizedTest
    @MethodSource("chunks")
    void chunksThatDoNotEndHangNoRun(Way way, String head, String piece) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(new Endless(
                EndlessAnswerTest::isRead, Endless.OK + "Transfer-Encoding: chunked\r\n\r\n" + head, piece));

        FieldResult result = mirror(way);

        assertThat(result.kind("k")).as(result.told()).isEqualTo("failed");
    }

    @Test
    void manifestsOfManifestsFailTheObject() {
        byte[] half = noise(6 * MIB);
        cloud.swift().putParts("src", "k", Map.of(), half, half);
        cloud.switchOn(new NestedManifests(1000, 3));

        FieldResult result = mirror(Way.TO_S3, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("k")).isEqualTo("failed");
        assertThat(cloud.requests()
                        .which(request -> request.call().asks("multipart-manifest"))
                        .count())
                .isLessThan(5000);
    }

    @Test
    void aManifestWithoutAnEndFailsTheObject() {
        byte[] half = noise(6 * MIB);
        cloud.swift().putParts("src", "k", Map.of(), half, half);
        String entry = "{\"name\": \"/src/s\", \"bytes\": 1, \"hash\": \"0123456789abcdef0123456789abcdef\"}";
        cloud.switchOn(new Endless(
                call -> call.asks("multipart-manifest"),
                Endless.OK + "X-Static-Large-Object: True\r\nConnection: close\r\n\r\n[" + entry,
                "," + entry));

        FieldResult result = mirror(Way.TO_S3, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("k")).isEqualTo("failed");
    }

    private static boolean isS3Listing(Call call) {
        return call.isS3() && call.isListing();
    }

    private static boolean isSwiftListing(Call call) {
        return !call.isS3() && call.isListing();
    }

    private static boolean isRead(Call call) {
        return call.isObject() && call.is("GET", "HEAD");
    }
}
