package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** What an operator without a report and without a mail sees of what failed. */
class ToldTest extends FieldTest {

    private static boolean writes(Call call) {
        return call.is("PUT") && call.bucket().equals("dst") && call.key().startsWith("bad");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        Way.TO_S3,
                        Reply.error(400, "ExpiredToken", "The provided token has expired."),
                        "ExpiredToken",
                        "The provided token has expired."),
                Arguments.of(
                        Way.TO_S3,
                        Reply.error(403, "AccessDenied", "bucket policy forbids"),
                        "AccessDenied",
                        "bucket policy forbids"),
                Arguments.of(
                        Way.TO_SWIFT,
                        Reply.text(403, "text/html", "<html><h1>Forbidden</h1><p>by the read-only ACL</p></html>"),
                        "403",
                        "by the read-only ACL"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void eachFailedObjectHasALineWithTheServicesOwnWords(Way way, Reply refusal, String code, String words) {
        way.source(cloud).put("src", "bad one", "x");
        way.source(cloud).put("src", "good", "x");
        cloud.switchOn(new Refuses(ToldTest::writes, refusal));

        FieldResult result = run.command(way.scenario());

        assertThat(result.exit()).isEqualTo(3);
        List<String> lines =
                result.err().stream().filter(line -> line.startsWith("ERROR")).toList();
        assertThat(lines).as(result.told()).hasSize(1);
        assertThat(lines.get(0)).contains("bad one", code, words);
        assertThat(result.told()).doesNotContain("Exception").doesNotContain("org.multicloudmirror");
    }

    @Test
    void theFirstTwentyAreNamedAndTheOthersCounted() {
        for (int i = 0; i < 40; i++) {
            cloud.swift().put("src", "bad %02d".formatted(i), "x");
            cloud.swift().put("src", "good %02d".formatted(i), "x");
        }
        cloud.switchOn(Refuses.with(400, "InvalidRequest", ToldTest::writes));

        FieldResult result = run.command(Way.TO_S3.scenario());

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err().stream().filter(line -> line.startsWith("ERROR") && line.contains("bad ")))
                .hasSize(20);
        assertThat(result.told()).contains("20 more");
    }

    /** A HEAD's refusal has no text: one GET of a byte tells why. */
    @Test
    void aHeadThatIsRefusedIsExplained() {
        cloud.s3().put("src", "k", "new");
        cloud.swift().put("dst", "k", "the old one");
        cloud.swift().put("src", "k", "same");
        cloud.s3().put("dst", "k", "same");
        cloud.switchOn(new Refuses(
                call -> call.isS3() && call.isObject() && call.is("GET", "HEAD"),
                Reply.error(403, "AccessDenied", "explained here")));

        FieldResult result = run.command("cf://src->s3://dst", "--compare=metadata");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.told()).contains("AccessDenied", "explained here");
    }
}
