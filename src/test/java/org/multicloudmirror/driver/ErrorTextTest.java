package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that services put their errors in. */
class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>"
                        + " | ExpiredToken | The provided token has expired.",
                "<?xml version='1.0'?><Error xmlns='x'><Code>NoSuchKey</Code><Key>a</Key></Error> | NoSuchKey | ''",
                "<e:Error xmlns:e='x'><e:Code>A</e:Code><e:Message>b &lt;c&gt; &amp;amp; &quot;d&quot;</e:Message></e:Error>"
                        + " | A | b <c> &amp; \"d\"",
                "{\"code\": \"cap_exceeded\", \"message\": \"Storage cap exceeded\", \"status\": 403}"
                        + " | cap_exceeded | Storage cap exceeded",
                "{\"error\": {\"message\": \"not allowed\", \"code\": 403, \"title\": \"Forbidden\"}} | 403 | not allowed",
                "{\"statusCode\": \"403\", \"error\": \"Unauthorized\", \"message\": \"jwt expired\"} | '' | jwt expired",
                "{\"Code\":\"QuotaExceeded\",\"RequestId\":\"tx1\" | QuotaExceeded | ''",
                "[] | '' | ''",
                "<html><h1>Forbidden</h1><p>Access was denied to this resource.</p></html>"
                        + " | '' | Forbidden Access was denied to this resource.",
                "<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too"
                        + " Large</h1></center><hr><center>nginx</center></body></html> | '' | 413 Request Entity Too Large",
                "<!DOCTYPE html><script>var a = 1 < 2;</script><style>p {}</style><p>Down&nbsp;for repair</p>"
                        + " | '' | Down for repair",
                "Upload exceeds quota. | '' | Upload exceeds quota.",
                "'' | '' | ''",
            })
    void findsCodeAndMessage(String body, String code, String message) {
        assertThat(ErrorText.of(body)).isEqualTo(new ErrorText(code, message));
    }

    @Test
    void repeatsNothingThatWasSigned() {
        ErrorText text = ErrorText.of("<Error><Code>SignatureDoesNotMatch</Code><Message>It differs. StringToSign:"
                + " AWS4-HMAC-SHA256 20260102</Message><AWSAccessKeyId>AKIDEXAMPLE</AWSAccessKeyId><StringToSign>"
                + "AWS4-HMAC-SHA256</StringToSign><CanonicalRequest>GET /b/k</CanonicalRequest></Error>");

        assertThat(text).isEqualTo(new ErrorText("SignatureDoesNotMatch", "It differs."));
    }

    @Test
    void repeatsNoTokenAndNoSignature() {
        String signature = "0123456789abcdef".repeat(4);

        assertThat(ErrorText.of("AUTH_tk0123456789abcdef is no token, " + signature + " no signature")
                        .message())
                .isEqualTo("*** is no token, *** no signature");
    }

    @Test
    void isOnePrintableLineOfSomeLength() {
        String message =
                ErrorText.of("a\n\tb \u001b[31m" + " word".repeat(1000)).message();

        assertThat(message)
                .startsWith("a b \\u001b[31m word")
                .hasSizeLessThan(310)
                .endsWith("...");
    }
}
