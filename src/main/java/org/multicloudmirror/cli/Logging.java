package org.multicloudmirror.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.multicloudmirror.log.JsonEncoder;
import org.multicloudmirror.log.LogConfigurator;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged, and whether for people or machines; the rest is in {@link LogConfigurator}. */
final class Logging {

    private static final String OURS = "org.multicloudmirror";

    private Logging() {}

    static void configure(Settings settings) {
        boolean debug = settings.isOn(Setting.DEBUG);
        if (settings.isOn(Setting.JSON_LOG)) {
            writeJson(debug);
        }
        if (settings.isOn(Setting.QUIET)) {
            level(OURS, Level.WARN);
            level(Logger.ROOT_LOGGER_NAME, Level.WARN);
        }
        if (debug) {
            level(OURS, Level.DEBUG);
            level("org.apache.camel", Level.INFO);
            level(LogConfigurator.FAILURES, Level.ERROR);
        }
    }

    private static void writeJson(boolean withExceptions) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context());
        encoder.setWithExceptions(withExceptions);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context());
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        var root = context().getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
    }

    private static void level(String logger, Level level) {
        context().getLogger(logger).setLevel(level);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
