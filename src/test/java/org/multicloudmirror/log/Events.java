package org.multicloudmirror.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is logged, as an appender gets it. */
final class Events {

    private Events() {}

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
