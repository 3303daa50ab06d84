package org.multicloudmirror.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines that are made for people. */
class PrintableMessageTest {

    private static final String CLOCK = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d) ";

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() {
        new LogConfigurator().configure(context);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aLineNamesItsRun() {
        assertThat(line(Map.of("run", "1a2b3c4d", "scenario", "s3://a->cf://b"), "photo copied"))
                .matches(CLOCK + "WARN  1a2b3c4d s3://a->cf://b photo copied\n");
        assertThat(line(Map.of("scenario", "s3://a->cf://b"), "waits")).matches(CLOCK + "WARN  s3://a->cf://b waits\n");
        assertThat(line(Map.of(), "hello")).matches(CLOCK + "WARN  hello\n");
    }

    @Test
    void noMessageMakesALineOfItsOwnOrTalksToTheTerminal() {
        assertThat(line(
                        Map.of("run", "\u001b[2J", "scenario", "a\nb"),
                        "key\r\n04:00:00 INFO  all is well\u001b[1A\u009b2K\u202e\u2028\"gr\u00fc\u00dfe\""))
                .matches(CLOCK
                        + "WARN  \\\\u001b\\[2J a\\\\u000ab key\\\\u000d\\\\u000a04:00:00 INFO  all is well"
                        + "\\\\u001b\\[1A\\\\u009b2K\\\\u202e\\\\u2028\"gr\u00fc\u00dfe\"\n");
    }

    @Test
    void stackTracesAreLeftOut() {
        assertThat(encoded(Events.of(context, Map.of(), new IllegalStateException("secret"), "it failed")))
                .matches(CLOCK + "WARN  it failed\n");
    }

    @Test
    void errorsOfOurOwnHaveTheirs() {
        String line = encoded(Events.error(context, "org.multicloudmirror.Some", "it failed"));
        assertThat(line).contains("ERROR it failed\n", "java.lang.IllegalStateException: defect", "\tat ");

        assertThat(encoded(Events.error(context, "org.apache.camel.Some", "it failed")))
                .matches(CLOCK + "ERROR it failed\n");
    }

    private String line(Map<String, String> mdc, String message) {
        return encoded(Events.of(context, mdc, null, message));
    }

    private String encoded(ILoggingEvent event) {
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
        return new String(appender.getEncoder().encode(event), UTF_8);
    }
}
