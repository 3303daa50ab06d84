package org.multicloudmirror.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The image's healthcheck, beside a process that looks like the service. */
@EnabledOnOs(OS.LINUX)
class HealthcheckTest {

    private static final Path SCRIPT = Path.of("docker/healthcheck").toAbsolutePath();

    private HttpServer server;
    private Process service;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        service =
                new ProcessBuilder("bash", "-c", "exec -a 'java org.multicloudmirror.cli.Main serve' sleep 60").start();
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
        server.stop(0);
    }

    @Test
    void isHealthyWhenTheServiceSaysSo() throws Exception {
        answer("/observe/health/live", 200);

        assertThat(check()).isZero();
    }

    @Test
    void isUnhealthyWhenTheServiceSaysSo() throws Exception {
        answer("/observe/health/live", 200);
        answer("/observe/health/ready", 503);

        assertThat(check("ready")).isOne();
    }

    @Test
    void isUnhealthyWhenNobodyAnswers() throws Exception {
        server.stop(0);

        assertThat(check()).isOne();
    }

    @Test
    void isHealthyWhereTheServiceHasNoPort() throws Exception {
        assertThat(checkAt(0)).isZero();
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private int check(String... arguments) throws Exception {
        return checkAt(server.getAddress().getPort(), arguments);
    }

    private static int checkAt(int port, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString());
        builder.command().addAll(List.of(arguments));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MIRROR_OBSERVE_HOST", "0.0.0.0");
        builder.environment().put("MIRROR_OBSERVE_PORT", String.valueOf(port));
        return builder.start().waitFor();
    }
}
