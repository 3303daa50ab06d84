package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.RewritesListings;

/** Listings whose sizes and dates are none, and answers that are no listings. */
class MangledListingTest extends FieldTest {

    /** As where a listing tells none: the object is asked, and is not taken for a small one. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aSizeBelowNothingIsUntold(Way way) {
        way.source(cloud).put("src", "k", "0123456789");
        cloud.switchOn(size(way, "src", "-7"));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("k")).isEqualTo("copied");
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSizeBelowNothingAtTheDestinationIsAskedFor(Way way) {
        way.source(cloud).put("src", "k", "0123456789");
        way.destination(cloud).put("dst", "k", "0123456789");
        cloud.switchOn(size(way.destinationProtocol(), "dst", "-1"));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).isEmpty();
        assertThat(cloud.requests().method("PUT").objects().list()).isEmpty();
    }

    static Stream<Arguments> oddSizes() {
        return ways("99999999999999999999", "1.5", "many");
    }

    @ParameterizedTest
    @MethodSource("oddSizes")
    void aSizeThatIsNoneIsNamed(Way way, String size) {
        way.source(cloud).put("src", "k", "x");
        String json = size.equals("many") ? "\"many\"" : size;
        cloud.switchOn(size(way, "src", way == Way.TO_S3 ? json : size));

        assertNamed(way, "the listing is mangled: the size \"" + size + "\" of \"k\" is none");
    }

    static Stream<Arguments> oddDates() {
        return ways("yesterday", "2026-13-45T00:00:00");
    }

    @ParameterizedTest
    @MethodSource("oddDates")
    void aDateThatIsNoneIsNamed(Way way, String date) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(
                way == Way.TO_SWIFT
                        ? new RewritesListings("src", "<LastModified>[^<]*<", "<LastModified>" + date + "<")
                        : new RewritesListings(
                                "src", "\"last_modified\":\"[^\"]*\"", "\"last_modified\":\"" + date + "\""));

        assertNamed(way, "the listing is mangled: the date \"" + date + "\" of \"k\" is none");
    }

    static Stream<Arguments> others() {
        return ways(
                "<html><body>Sign in</body></html>",
                "<html><body><br>Sign in",
                "Sign in",
                "{\"error\": \"sign in\"}",
                "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherDocumentIsNoListing(Way way, String document) {
        way.destination(cloud).put("dst", "extra", "x");
        cloud.switchOn(new Refuses(
                call -> call.isListing() && call.bucket().equals("src"), Reply.text(200, "text/html", document)));

        FieldResult result = assertNamed(way, "listing " + name(way) + "://src: the answer is not ");

        assertThat(result.told()).contains("check the endpoint", "a proxy or a login page");
        assertThat(way.destination(cloud).keys("dst")).containsExactly("extra");
    }

    /** S3's errors may come behind a success; only those that pass are asked for again (the splitter takes a page twice). */
    @ParameterizedTest
    @CsvSource({"AccessDenied, 1, 2", "NoSuchThing, 1, 2", "InternalError, 3, 6", "SlowDown, 4, 8"})
    void anErrorBehindASuccessIsTold(String code, int least, int most) {
        cloud.switchOn(
                new Refuses(call -> call.isS3() && call.isListing(), Reply.error(200, code, "The scripted reason.")));
        run.with("mirror.retries", "2");

        assertNamed(Way.TO_SWIFT, "listing s3://src: " + code + ": The scripted reason.");

        assertThat(cloud.requests().of(Protocol.S3).listings().bucket("src").count())
                .isBetween(least, most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>k</Key>", "<ListBuck"})
    void halfADocumentIsNone(String document) {
        cloud.switchOn(new Refuses(Call::isListing, Reply.text(200, "application/xml", document)));

        assertNamed(Way.TO_SWIFT, document.length() > 20 ? "or broke off before its end" : "is not a listing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"name\": \"k\", \"bytes\": 1}", "[{\"name\": \"k"})
    void halfOfJsonIsNone(String document) {
        cloud.switchOn(new Refuses(Call::isListing, Reply.text(200, "application/json", document)));

        assertNamed(Way.TO_S3, "broke off before its end");
    }

    private FieldResult assertNamed(Way way, String words) {
        run.with("mirror.retries", "2");
        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0", "--allow-empty-source");
        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.out())
                .contains(words)
                .contains(name(way) + "://src")
                .doesNotContainPattern("Unexpected|input string|could not be parsed|row,col|code \\d+|line: ");
        return result;
    }

    private static String name(Way way) {
        return way == Way.TO_SWIFT ? "s3" : "cf";
    }

    private static RewritesListings size(Way way, String bucket, String size) {
        return size(way.sourceProtocol(), bucket, size);
    }

    private static RewritesListings size(Protocol protocol, String bucket, String size) {
        return protocol == Protocol.S3
                ? new RewritesListings(bucket, "<Size>\\d+<", "<Size>" + size + "<")
                : new RewritesListings(bucket, "\"bytes\":\\d+", "\"bytes\":" + size);
    }

    private static Stream<Arguments> ways(String... texts) {
        return Arrays.stream(Way.values()).flatMap(way -> Arrays.stream(texts).map(text -> Arguments.of(way, text)));
    }
}
