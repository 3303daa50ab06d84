package org.multicloudmirror.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What some classes log, from debug up. */
public final class Logged implements AutoCloseable {

    private final List<Logger> loggers;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    private Logged(List<Logger> loggers) {
        this.loggers = loggers;
        appender.start();
        for (Logger logger : loggers) {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(appender);
        }
    }

    public static Logged of(Class<?>... classes) {
        return new Logged(Arrays.stream(classes)
                .map(type -> (Logger) LoggerFactory.getLogger(type))
                .toList());
    }

    /** Level and text of each line. */
    public List<String> lines() {
        return appender.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        loggers.forEach(logger -> {
            logger.detachAppender(appender);
            logger.setLevel(null);
            logger.setAdditive(true);
        });
    }
}
