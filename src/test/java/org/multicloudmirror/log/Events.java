package org.multicloudmirror.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What is logged, as an appender gets it. */
final class Events {

    private Events() {}

    /** An error with its cause. */
    static ILoggingEvent error(LoggerContext context, String logger, String message) {
        LoggingEvent event = new LoggingEvent(
                Events.class.getName(),
                context.getLogger(logger),
                Level.ERROR,
                message,
                new IllegalStateException("defect"),
                null);
        event.setMDCPropertyMap(Map.of());
        return event;
    }

    /** A line with what it is about. */
    static ILoggingEvent with(LoggerContext context, Map<String, Object> fields, String message) {
        LoggingEvent event = (LoggingEvent) of(context, Map.of("run", "1a2b3c4d"), null, message);
        new TreeMap<>(fields).forEach((name, value) -> event.addKeyValuePair(new KeyValuePair(name, value)));
        return event;
    }

    static ILoggingEvent of(
            LoggerContext context, Map<String, String> mdc, @Nullable Throwable thrown, String message) {
        LoggingEvent event = new LoggingEvent(
                Events.class.getName(),
                context.getLogger("org.multicloudmirror.Some"),
                Level.WARN,
                message,
                thrown,
                null);
        event.setMDCPropertyMap(mdc);
        return event;
    }
}
