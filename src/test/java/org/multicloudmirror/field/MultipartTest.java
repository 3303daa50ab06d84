package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.CompletesWith;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.RenamesUploads;
import org.multicloudmirror.cloud.quirk.TakesFewParts;
import org.multicloudmirror.cloud.quirk.WantsEqualParts;

/** What S3 services make of multipart uploads. */
class MultipartTest extends FieldTest {

    private static final String THRESHOLD = "--multipart-threshold=6M";
    private static final byte[] CONTENT = noise(17 * MIB + 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ETag></ETag>",
                "<ETag/>",
                "",
                "<ETag>&quot;&quot;</ETag>",
                "<ETag>\"odd\"</ETag>",
                "<ETag>0123456789ABCDEF0123456789ABCDEF-3</ETag>",
                "<ETag>0123456789abcdef0123456789abcdef</ETag>"
            })
    void partsThatWereProvenNeedNoTagOfTheWhole(String element) {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        cloud.switchOn(new CompletesWith(element));

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.kind("large")).isEqualTo("copied");
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(CONTENT);
        assertThat(completions()).isEqualTo(1);
        assertThat(cloud.requests().of(Protocol.S3).method("HEAD").key("large").count())
                .isLessThanOrEqualTo(1);
        assertThat(result.proof("large")).isNotEmpty();
        assertNothingIsCopied(Way.TO_S3, THRESHOLD);
    }

    /** A name of an upload is any text, and XML writes it in its own way. */
    @ParameterizedTest
    @ValueSource(strings = {"a&amp;b", "a&lt;b+c=d/e", "a&#38;b c", "%2F", "<![CDATA[a&b]]>", "\u00e9"})
    void namesTheUploadAsTheServiceDoes(String written) {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        String id = written.replace("<![CDATA[", "")
                .replace("]]>", "")
                .replace("&lt;", "<")
                .replaceAll("&amp;|&#38;", "&");
        cloud.switchOn(new RenamesUploads(id, written));

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(CONTENT);
    }

    /** As a completion or a copy, it may begin with 200 and fail on the way. */
    @ParameterizedTest
    @ValueSource(strings = {"uploads", "uploadId"})
    void tellsTheErrorBehindASuccess(String asked) {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        cloud.switchOn(Refuses.with(200, "AccessDenied", call -> call.isS3() && call.is("POST") && call.asks(asked)));

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.reason("large"))
                .startsWith(
                        "s3://dst/large: 200, and behind it AccessDenied: The scripted reason.; the credentials of store"
                                + " s3 are known but not allowed this");
        assertThat(cloud.requests()
                        .which(request -> request.method().equals("POST")
                                && request.call().asks(asked))
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"413, EntityTooLarge", "400, InvalidRequest", "400, EntityTooLarge"})
    void aPartThatIsRefusedIsSentOnce(int status, String code) {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        cloud.switchOn(Refuses.with(status, code, call -> call.isS3() && call.asks("partNumber")));

        FieldResult result = mirror(Way.TO_S3, THRESHOLD, "--parts=1");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.reason("large")).contains(status + " " + code + ": The scripted reason.");
        assertThat(cloud.requests()
                        .which(request -> request.call().asks("partNumber"))
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-MD5 HTTP header is required for Put Part requests with Object Lock parameters",
                "Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
                "x-amz-checksum-crc32 is wanted"
            })
    void aPartThatIsRefusedForItsMissingProofIsSentWithIt(String message) {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        cloud.switchOn(new Refuses(
                call -> call.isS3()
                        && call.asks("partNumber")
                        && call.header("Content-MD5").isEmpty(),
                Reply.error(400, "InvalidRequest", message)));

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(CONTENT);
    }

    @Test
    void aHeadThatFailsBehindAnEmptyTagIsAFailure() {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        cloud.switchOn(new CompletesWith("<ETag></ETag>"));
        cloud.switchOn(Refuses.with(403, "AccessDenied", call -> call.isS3() && call.is("HEAD") && call.isObject()));
        run.with("mirror.retries", "1");

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("large")).isEqualTo("failed");
    }

    @Test
    void unevenSegmentsAreSentAsEqualPartsWhereTheseAreWanted() {
        cloud.swift()
                .putParts(
                        "src",
                        "large",
                        Map.of(),
                        Arrays.copyOf(CONTENT, 5 * MIB + 1),
                        Arrays.copyOfRange(CONTENT, 5 * MIB + 1, 12 * MIB),
                        Arrays.copyOfRange(CONTENT, 12 * MIB, CONTENT.length));
        cloud.switchOn(new WantsEqualParts());

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(CONTENT);
        assertNothingIsCopied(Way.TO_S3, THRESHOLD);
    }

    @Test
    void asManyPartsAreSentAsAreTaken() {
        cloud.swift().put("src", "large", CONTENT, Map.of());
        cloud.switchOn(new TakesFewParts(2));

        FieldResult result = run.with("mirror.part-size", "5M").mirror(THRESHOLD, Way.TO_S3.scenario());

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(CONTENT);
        assertNothingIsCopied(Way.TO_S3, THRESHOLD);
    }

    @Test
    void anEmptyLastSegmentIsNoPart() {
        cloud.swift()
                .putParts(
                        "src",
                        "large",
                        Map.of(),
                        Arrays.copyOf(CONTENT, 6 * MIB),
                        Arrays.copyOfRange(CONTENT, 6 * MIB, CONTENT.length),
                        new byte[0]);
        cloud.switchOn(Refuses.with(
                400,
                "InvalidRequest",
                call -> call.isS3()
                        && call.asks("partNumber")
                        && call.is("PUT")
                        && call.body().announced() == 0));

        FieldResult result = mirror(Way.TO_S3, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.s3().content("dst", "large")).isEqualTo(CONTENT);
        assertNothingIsCopied(Way.TO_S3, THRESHOLD);
    }

    @Test
    void aServerThatTellsNoPartsIsReadWithoutThem() {
        cloud.s3()
                .putParts(
                        "src",
                        "large",
                        Map.of(),
                        Arrays.copyOf(CONTENT, 8 * MIB),
                        Arrays.copyOfRange(CONTENT, 8 * MIB, 16 * MIB),
                        Arrays.copyOfRange(CONTENT, 16 * MIB, CONTENT.length));
        cloud.switchOn(Refuses.with(412, "PreconditionFailed", call -> call.is("HEAD") && call.asks("partNumber")));

        FieldResult result = mirror(Way.TO_SWIFT, THRESHOLD);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(cloud.swift().content("dst", "large")).isEqualTo(CONTENT);
    }

    private long completions() {
        return cloud.requests()
                .method("POST")
                .which(request -> request.call().asks("uploadId"))
                .count();
    }
}
