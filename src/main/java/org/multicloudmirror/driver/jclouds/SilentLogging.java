package org.multicloudmirror.driver.jclouds;

import org.jclouds.logging.BaseLogger;
import org.jclouds.logging.Logger.LoggerFactory;
import org.jclouds.logging.config.LoggingModule;
import org.jspecify.annotations.Nullable;

/**
 * A log that writes nothing. jclouds writes down the request of a login that fails, credential and all; with its own
 * {@code NullLoggingModule} some of its classes keep a logger that prints to stderr.
 */
final class SilentLogging extends LoggingModule {

    @Override
    public LoggerFactory createLoggerFactory() {
        return Silence::new;
    }

    private static final class Silence extends BaseLogger {

        private final String category;

        Silence(String category) {
            this.category = category;
        }

        @Override
        public String getCategory() {
            return category;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return false;
        }

        @Override
        public boolean isErrorEnabled() {
            return false;
        }

        @Override
        protected void logError(String message, @Nullable Throwable cause) {
            // silent
        }

        @Override
        protected void logError(String message) {
            // silent
        }

        @Override
        protected void logWarn(String message, @Nullable Throwable cause) {
            // silent
        }

        @Override
        protected void logWarn(String message) {
            // silent
        }

        @Override
        protected void logInfo(String message) {
            // silent
        }

        @Override
        protected void logDebug(String message) {
            // silent
        }

        @Override
        protected void logTrace(String message) {
            // silent
        }
    }
}
