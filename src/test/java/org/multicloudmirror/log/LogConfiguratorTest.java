package org.multicloudmirror.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

class LogConfiguratorTest {

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isFoundByLogback() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogConfigurator.class);
    }

    @ParameterizedTest
    @CsvSource({
        "org.multicloudmirror.app.Engine, INFO",
        "org.apache.camel.impl, WARN",
        "org.quartz.core, WARN",
        "a-route-of-mine, INFO",
        "org.apache.camel.impl.engine.DefaultShutdownStrategy, ERROR",
        "software.amazon.awssdk.core, ERROR",
        "org.jclouds.rest, OFF",
        "jclouds.headers, OFF",
        "org.apache.hc.client5.http.wire, OFF"
    })
    void keepsSecretsOfLibrariesAndTheirChatterOut(String logger, String level) {
        new LogConfigurator().configure(context);

        assertThat(context.getLogger(logger).getEffectiveLevel()).isEqualTo(Level.toLevel(level));
    }

    @Test
    void isNotAskedForWhereAFileIsNamed() {
        System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, "own.xml");
        try {
            assertThat(new LogConfigurator().configure(context))
                    .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
        } finally {
            System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
        }
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel()).isEqualTo(Level.DEBUG);
    }

    @Test
    void logbackTellsNothingOfItself() {
        new LogConfigurator().configure(context);

        assertThat(context.getStatusManager().getCopyOfStatusListenerList())
                .hasAtLeastOneElementOfType(NopStatusListener.class);
    }
}
