package org.multicloudmirror.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {

    private static final Pattern SNIPPET = Pattern.compile("(?m)^    import base64(?:.*\\n(?:    .*|)\\n)+");
    private static final String BODY = "{\"text\":\"gr\u00fc\u00dfe\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** The example of the specification. */
    @Test
    void isThatOfStandardWebhooks() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aKeyThatIsNoBase64IsToldWithoutIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.of("whsec_%%%", "id", 1, ""))
                .withMessage("its secret begins with whsec_ and is no base64");
    }

    @Test
    void theDocumentedSnippetTakesItAndNothingElse() throws Exception {
        long now = Instant.now().getEpochSecond();
        String signature = Signature.of("a secret", "msg_1", now, BODY);
        String late = Signature.of("a secret", "msg_1", now - 301, BODY);

        assertThat(isGenuine("a secret", now, signature, BODY)).isEqualTo("True");
        assertThat(isGenuine("another", now, signature, BODY)).isEqualTo("False");
        assertThat(isGenuine("a secret", now, signature, BODY + " ")).isEqualTo("False");
        assertThat(isGenuine("a secret", now + 1, signature, BODY)).isEqualTo("False");
        assertThat(isGenuine("a secret", now - 301, late, BODY)).as("replayed").isEqualTo("False");
    }

    private String isGenuine(String secret, long sent, String signature, String body)
            throws IOException, InterruptedException {
        Matcher snippet = SNIPPET.matcher(Files.readString(Path.of("docs/notifications.md")));
        assertThat(snippet.find()).isTrue();
        Path script = directory.resolve("verify.py");
        Files.writeString(script, snippet.group().indent(-4) + """
                import sys
                headers = {"webhook-id": "msg_1", "webhook-timestamp": sys.argv[2], "webhook-signature": sys.argv[3]}
                print(is_genuine(sys.argv[1], headers, sys.stdin.buffer.read()))
                """);
        Process python = new ProcessBuilder("python3", script.toString(), secret, String.valueOf(sent), signature)
                .redirectErrorStream(true)
                .start();
        try (var in = python.getOutputStream()) {
            in.write(body.getBytes(UTF_8));
        }
        String said = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(python.waitFor()).as(said).isZero();
        return said;
    }
}
