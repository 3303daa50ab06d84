package org.multicloudmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.mirror.run.Report;

/** What webhooks are told is what {@code docs/webhook.schema.json} promises. */
class ReportMessageTest {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(
                    Path.of("docs/webhook.schema.json").toUri().toString()));

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("org.multicloudmirror.report.Sample#all")
    void everyReportIsValid(Sample sample) throws IOException {
        String text = new ReportMessage(sample.report(), false, "nightly", "host", "1.2.3").json("msg_1");

        assertThat(SCHEMA.validate(json.readTree(text))).as(text).isEmpty();
        assertThat(json.readTree(text).at("/summary/scenarios"))
                .allSatisfy(each -> assertThat(each.get("name").asText()).isEqualTo("nightly"));
    }

    @Test
    void theSchemaTakesNothingElse() throws IOException {
        assertThat(SCHEMA.validate(json.readTree("{\"schema\":1,\"type\":\"report\"}")))
                .isNotEmpty();
    }

    @Test
    void slackIsToldTheName() throws IOException {
        Report report = new Report(
                SampleRun.STARTED, Duration.ofSeconds(1), List.of(new SampleRun(SampleRun.PHOTOS).summary()));

        String text = new ReportMessage(report, false, "nightly", "host", "1.2.3").slack();

        assertThat(json.readTree(text).get("text").asText()).startsWith("multi-cloud-mirror on host, nightly: OK");
    }

    @Test
    void slackGetsTextWithoutMarkup() throws IOException {
        Report report = new Report(
                SampleRun.STARTED, Duration.ofSeconds(1), List.of(new SampleRun(SampleRun.PHOTOS).summary()));

        String text = new ReportMessage(report, true, "", "a&b", "1.2.3").slack();

        assertThat(json.readTree(text).properties()).hasSize(1);
        assertThat(json.readTree(text).get("text").asText())
                .startsWith("multi-cloud-mirror on a&amp;b: OK again\ns3://photos-&gt;cf://photos: 0 copied");
    }
}
