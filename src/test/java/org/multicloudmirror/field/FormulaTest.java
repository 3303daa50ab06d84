package org.multicloudmirror.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** Keys and reasons that a spreadsheet would take for formulas. */
class FormulaTest extends FieldTest {

    private static final List<String> KEYS =
            List.of("+1+cmd|' /C calc'!A0", "-2+3", "=HYPERLINK(\"http://x\",\"y\")", "@SUM(1;2)", "plain");

    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @BeforeEach
    void start() {
        mails.start();
        run.with("mirror.mail.host", "127.0.0.1")
                .with("mirror.mail.port", Integer.toString(mails.getSmtp().getPort()));
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    @Test
    void areTextInTheMailAndExactInTheReport() throws Exception {
        KEYS.forEach(key -> cloud.s3().put("src", key, "x"));
        cloud.switchOn(new Refuses(
                call -> !call.isS3() && call.is("PUT") && call.key().startsWith("-"),
                Reply.text(400, "text/plain", "=cmd()")));

        FieldResult result = mirror(Way.TO_SWIFT, "--from=mirror@example.org", "--to=joe@example.org");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kinds()).containsOnlyKeys(KEYS);
        assertThat(result.reason("-2+3")).contains("=cmd()").doesNotContain("'=");
        assertThat(attachment().lines().skip(1))
                .hasSize(KEYS.size())
                .anySatisfy(row -> assertThat(row).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",1,"))
                .anySatisfy(row -> assertThat(row).contains(",'+1+cmd|' /C calc'!A0,1,"))
                .anySatisfy(row -> assertThat(row).contains(",failed,'-2+3,1,"))
                .anySatisfy(row -> assertThat(row).contains(",\"'@SUM(1;2)\",1,"))
                .anySatisfy(row -> assertThat(row).contains(",copied,plain,1,"))
                .noneMatch(row -> row.matches(".*(^|,)\"?[=+@-].*"));
    }

    private String attachment() throws Exception {
        try (GZIPInputStream gzip = new GZIPInputStream(attachment(mails.getReceivedMessages()[0]))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }

    private static InputStream attachment(Part part) throws Exception {
        Part found = part;
        while (found.getContent() instanceof Multipart parts) {
            found = parts.getBodyPart(parts.getCount() - 1);
        }
        assertThat(found.isMimeType("application/gzip"))
                .as(found.getContentType())
                .isTrue();
        return found.getInputStream();
    }
}
