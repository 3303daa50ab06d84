package org.multicloudmirror.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.testing.FreePort;

class ServiceHttpTest {

    private static final int MANY = 40;

    private final Path directory;

    ServiceHttpTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void answersBesideRequestsThatNeverCome() throws Exception {
        int port = FreePort.find();
        List<Socket> halves = new ArrayList<>();
        try (FakeService service = new FakeService(directory, directory.resolve("scenarios.yaml"));
                ServiceHttp answering = new ServiceHttp(
                        new SettingsLoader()
                                .environment(Map.of("MIRROR_OBSERVE_PORT", Integer.toString(port)))
                                .load(),
                        service.context(),
                        () -> true,
                        service.metrics())) {
            assertThat(answering).isNotNull();
            for (int i = 0; i < MANY; i++) {
                Socket half = new Socket(InetAddress.getLoopbackAddress(), port);
                half.getOutputStream().write("GET /observe/health/live HTTP/1.1\r\nHost:".getBytes(US_ASCII));
                halves.add(half);
            }

            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + port + "/observe/health/live"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
    }
}
