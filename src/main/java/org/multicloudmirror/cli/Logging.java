package org.multicloudmirror.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.LoggerFactory;

/** How much is logged; where and in what form is in {@code logback.xml}. */
final class Logging {

    private static final String OURS = "org.multicloudmirror";

    private Logging() {}

    static void configure(Settings settings) {
        boolean debug = settings.isOn(Setting.DEBUG);
        if (settings.isOn(Setting.QUIET)) {
            level(OURS, Level.WARN);
        }
        if (debug) {
            level(OURS, Level.DEBUG);
            level("org.apache.camel", Level.INFO);
        }
    }

    private static void level(String logger, Level level) {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(logger).setLevel(level);
    }
}
