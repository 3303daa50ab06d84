package org.multicloudmirror.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * The stack trace of an error of this program itself, which is a defect that somebody has to find. What a user, a library
 * or a service does wrong is told by its line alone.
 */
public final class OwnTrace extends ThrowableProxyConverter {

    private static final String OURS = "org.multicloudmirror.";

    /** Whether an event is such an error. */
    static boolean isWantedOf(ILoggingEvent event) {
        return event.getLevel() == Level.ERROR && event.getLoggerName().startsWith(OURS);
    }

    @Override
    public String convert(ILoggingEvent event) {
        return isWantedOf(event) ? super.convert(event) : "";
    }
}
