package org.multicloudmirror.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEncoderTest {

    private final LoggerContext context = new LoggerContext();
    private final JsonEncoder encoder = new JsonEncoder();

    @Test
    void aLineNamesItsRun() {
        ILoggingEvent event =
                Events.of(context, Map.of("scenario", "s3://a->cf://b", "run", "1a2b3c4d"), null, "photo copied");

        assertThat(line(event))
                .isEqualTo("{\"time\":\"" + event.getInstant()
                        + "\",\"level\":\"WARN\",\"logger\":\"org.multicloudmirror.Some\",\"run\":\"1a2b3c4d\","
                        + "\"scenario\":\"s3://a->cf://b\",\"message\":\"photo copied\"}\n");
        assertThat(event.getInstant()).isAfter(Instant.EPOCH);
    }

    @Test
    void aLineOfNoRunHasNoSuchFields() {
        assertThat(fields(Events.of(context, Map.of(), null, "hello")))
                .containsOnlyKeys("time", "level", "logger", "message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines\r\n",
                "\u001b[2J",
                "\u009b2J",
                "\u202eback",
                "\"quotes\" \\ and {}",
                "gr\u00fc\u00dfe",
                "\ud834\udd1e",
                "\u2028"
            })
    void whateverIsLoggedIsOneLineOfAscii(String text) {
        ILoggingEvent event = Events.of(context, Map.of("scenario", text), null, text);

        assertThat(line(event)).matches("\\{[ -~]*\\}\n");
        assertThat(fields(event)).containsEntry("message", text).containsEntry("scenario", text);
    }

    @Test
    void stackTracesAreWrittenWhenTheyAreAskedFor() {
        ILoggingEvent event = Events.of(context, Map.of(), new IllegalStateException("first\nsecond"), "it failed");

        assertThat(fields(event)).doesNotContainKey("exception");
        encoder.setWithExceptions(true);
        assertThat(fields(event).get("exception"))
                .startsWith("java.lang.IllegalStateException: first\nsecond")
                .contains("\tat " + JsonEncoderTest.class.getName());
        assertThat(line(event)).matches("\\{[ -~]*\\}\n");
        assertThat(fields(Events.of(context, Map.of(), null, "well"))).doesNotContainKey("exception");
    }

    @Test
    void errorsOfOurOwnHaveTheirStackTrace() {
        assertThat(fields(Events.error(context, "org.multicloudmirror.Some", "it failed")))
                .containsKey("exception");
        assertThat(fields(Events.error(context, "org.apache.camel.Some", "it failed")))
                .doesNotContainKey("exception");
    }

    @Test
    void whatALineIsAboutIsInFields() {
        ILoggingEvent event =
                Events.with(context, Map.of("key", "a\nb", "attempt", 3, "reason", "503"), "failed: a: 503");

        assertThat(line(event))
                .endsWith(
                        "\"run\":\"1a2b3c4d\",\"attempt\":3,\"key\":\"a\\nb\",\"reason\":\"503\",\"message\":\"failed:"
                                + " a: 503\"}\n");
    }

    private String line(ILoggingEvent event) {
        if (!encoder.isStarted()) {
            encoder.setContext(context);
            encoder.start();
        }
        return new String(encoder.encode(event), US_ASCII);
    }

    private Map<String, String> fields(ILoggingEvent event) {
        try {
            return new ObjectMapper().readValue(line(event), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
