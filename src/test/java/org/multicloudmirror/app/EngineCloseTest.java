package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EngineCloseTest {

    private static final String POLLS_FOR_AN_HOUR = """
            - route:
                id: slow
                from:
                  uri: seda:slow
                  parameters:
                    concurrentConsumers: 3
                    pollTimeout: 3600000
                  steps:
                    - log: "${body}"
            """;

    @Test
    @Timeout(60)
    void theEndWaitsForNoPoll(@TempDir Path home) throws Exception {
        CamelContext camel;
        try (OwnRoutes routes =
                new OwnRoutes(home).with("own.camel.yaml", POLLS_FOR_AN_HOUR).start(false)) {
            camel = routes.context();
        }

        assertThat(camel.isStopped()).isTrue();
        assertThat(camel.getShutdownStrategy().isTimeoutOccurred()).isFalse();
    }
}
