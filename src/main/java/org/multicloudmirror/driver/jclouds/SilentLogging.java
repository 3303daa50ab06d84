package org.multicloudmirror.driver.jclouds;

import java.lang.reflect.Proxy;
import org.jclouds.logging.Logger;
import org.jclouds.logging.Logger.LoggerFactory;
import org.jclouds.logging.config.LoggingModule;

/**
 * A log that writes nothing. jclouds writes down the request of a login that fails, credential and all; with its own
 * {@code NullLoggingModule} some of its classes keep a logger that prints to stderr.
 */
final class SilentLogging extends LoggingModule {

    @Override
    public LoggerFactory createLoggerFactory() {
        return category -> (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (logger, method, arguments) -> {
                    if (method.getReturnType() == boolean.class) {
                        return false;
                    }
                    return method.getName().equals("getCategory") ? category : null;
                });
    }
}
