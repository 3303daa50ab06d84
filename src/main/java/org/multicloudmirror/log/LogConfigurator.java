package org.multicloudmirror.log;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Sets Logback up, instead of a {@code logback.xml}, which takes longer to be read than all settings. A file that
 * {@code logback.configurationFile} names goes before it.
 *
 * <p>The log goes to stderr, as stdout is the summary's. A live progress line is cleared before each of its lines
 * ({@code mirror.log.clear}); a stack trace appears with the debug option ({@code mirror.log.exception}), and of errors of our own
 * ({@link OwnTrace}). The
 * command line exchanges the appender for one of JSON when that is asked for.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    /** Where Camel logs what fails in a route. */
    public static final String FAILURES = "org.apache.camel.processor.errorhandler.DefaultErrorHandler";

    /** The beginnings of the names that libraries have; what a route logs has its route's name, or one that a user chose. */
    private static final List<String> LIBRARIES = List.of("org", "com", "io", "net", "software", "jakarta", "ch");

    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.INFO,
            "org.multicloudmirror",
            Level.INFO,
            // the request of a login that fails is written down by these, credentials and all
            "org.jclouds",
            Level.OFF,
            "jclouds",
            Level.OFF,
            "org.apache.hc.client5.http",
            Level.OFF,
            // that a route ends while its run goes on is as it should be
            "org.apache.camel.impl.engine.DefaultShutdownStrategy",
            Level.ERROR,
            // a page of Camel's for each failure; the outcome or one line of ours tells it
            LogConfigurator.FAILURES,
            Level.OFF,
            "software.amazon.awssdk",
            Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getStatusManager().add(new NopStatusListener());
        LIBRARIES.forEach(library -> context.getLogger(library).setLevel(Level.WARN));
        LEVELS.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("printable", PrintableMessage::new);
        layout.getInstanceConverterMap().put("run", RunTag::new);
        layout.getInstanceConverterMap().put("trace", OwnTrace::new);
        layout.setPattern(System.getProperty("mirror.log.clear", "")
                + "%d{yyyy-MM-dd'T'HH:mm:ssXXX} %-5level %run%printable%n"
                + System.getProperty("mirror.log.exception", "%trace"));
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("STDERR");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
