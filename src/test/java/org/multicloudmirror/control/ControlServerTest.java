package org.multicloudmirror.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.testing.Logged;

class ControlServerTest {

    private static final int MANY = 40;
    private static final String SCENARIOS = "/etc/scenarios.yaml";

    private final Path directory;
    private final FakeControls controls = new FakeControls();
    private final ControlFile file;
    private final ServiceAddress address;
    private ControlServer server;

    ControlServerTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        file = new ControlFile(directory.resolve("state"), SCENARIOS);
        server = new ControlServer(controls, file, SCENARIOS);
        server.tell();
        address = file.read().orElseThrow();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void itsFileIsItsUsersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(InetAddress.getByName(address.host()).isLoopbackAddress()).isTrue();
        assertThat(address.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(address.toString()).doesNotContain(address.token());

        server.close();
        assertThat(directory.resolve("state")).isEmptyDirectory();
    }

    @Test
    void tellsAndIsTold() {
        ControlClient client = ControlClient.find(directory.resolve("state"), Optional.of(SCENARIOS))
                .orElseThrow();

        ControlClient.Reply begun = client.post("/trigger", Map.of("name", "a&b=c d\n"));
        assertThat(begun).isEqualTo(new ControlClient.Reply(200, "a&b=c d\n runs now\n", "7", false));
        assertThat(client.get("/end", Map.of("ticket", "7"), false).text()).isEqualTo("ok\n");
        client.post("/pause", Map.of());
        client.post("/pause", Map.of("name", "x", "until", "2026-12-01T00:00:00Z"));
        client.post("/resume", Map.of("name", "x"));
        assertThat(client.post("/cancel", Map.of("name", "x")).code()).isEqualTo(404);
        assertThat(client.post("/pause", Map.of("until", "tomorrow")).code()).isEqualTo(400);

        assertThat(controls.told())
                .containsExactly(
                        "trigger a&b=c d\n",
                        "end 7",
                        "pause all " + Pauses.UNTIL_RESUMED,
                        "pause x 2026-12-01T00:00:00Z",
                        "resume x",
                        "cancel x");
    }

    @Test
    void tellsItsStatusAsTextAndAsJson() {
        ControlClient client =
                ControlClient.find(directory.resolve("state"), Optional.empty()).orElseThrow();

        assertThat(client.get("/status", Map.of(), false).text()).contains("photos", "s3://a->cf://b");
        assertThat(client.get("/status", Map.of("name", "photos"), true).text())
                .startsWith("{\"schema\":1,")
                .contains("\"name\":\"photos\"");
        ControlClient.Reply unknown = client.get("/status", Map.of("name", "photo"), false);
        assertThat(unknown.code()).isEqualTo(404);
        assertThat(unknown.text()).contains("(did you mean \"photos\"?)");
    }

    @Test
    void whoeverHasNoTokenIsToldNothing() throws IOException {
        try (Logged logged = Logged.of(Admittance.class)) {
            for (int i = 0; i < MANY; i++) {
                assertThat(status("POST /trigger?name=photos", host(), "")).isEqualTo(401);
                assertThat(status("GET /status", host(), "Authorization: Bearer " + "x".repeat(43)))
                        .isEqualTo(401);
            }
            assertThat(logged.lines())
                    .containsExactly("WARN a request to the control port was refused: it has no token (1 so far)");
        }
        assertThat(controls.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: 127.0.0.1", "X: y", "Host: evil.example:PORT"})
    void aPageOfAnotherHostReachesNothing(String host) throws IOException {
        assertThat(status("POST /trigger?name=photos", host.replace("PORT", "" + address.port()), token()))
                .isIn(421, 400);
        assertThat(controls.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger", "pause", "resume", "cancel"})
    void onlyPostChangesAnything(String command) throws IOException {
        assertThat(status("GET /" + command + "?name=photos", host(), token())).isEqualTo(405);
        assertThat(controls.told()).isEmpty();
    }

    @Test
    void noBodyIsRead() throws IOException {
        assertThat(status("POST /pause", host(), token() + "\r\nContent-Length: 1000000000"))
                .isEqualTo(413);
        assertThat(status("POST /pause", host(), token() + "\r\nTransfer-Encoding: chunked"))
                .isEqualTo(413);
        assertThat(status("POST /nothing", host(), token())).isEqualTo(404);
        assertThat(controls.told()).isEmpty();
    }

    @Test
    void halfRequestsHoldNoOthers() throws IOException {
        List<Socket> halves = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket half = socket();
                half.getOutputStream().write("GET /status HTTP/1.1\r\nHost:".getBytes(US_ASCII));
                halves.add(half);
            }
            assertThat(status("GET /status", host(), token())).isEqualTo(200);
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
    }

    @Test
    void aKilledServiceIsNoService() throws IOException {
        Path state = directory.resolve("state");
        String left = Files.readString(file.path());
        server.close();
        Files.writeString(file.path(), left);
        Files.writeString(state.resolve("service-00000000.json"), "cut off");

        assertThat(ControlClient.find(state, Optional.empty())).isEmpty();
        server = new ControlServer(controls, file, SCENARIOS);
        server.tell();
        assertThat(ControlClient.find(state, Optional.empty())).isPresent();
    }

    /** Its port may have gone to somebody else. */
    @Test
    void anotherServerIsNoService() throws IOException {
        server.close();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            file.write(new ServiceAddress(
                    "127.0.0.1",
                    other.getAddress().getPort(),
                    address.token(),
                    address.pid(),
                    address.since(),
                    SCENARIOS));

            assertThat(ControlClient.find(directory.resolve("state"), Optional.empty()))
                    .isEmpty();
        } finally {
            other.stop(0);
        }
    }

    @Test
    void whatTheKilledOneServedIsKnownUntilThereAreTwo() throws IOException {
        Path state = directory.resolve("state");
        assertThat(ControlFile.killed(state)).contains(SCENARIOS);

        new ControlFile(state, "/etc/other.yaml").write(address);
        assertThat(ControlFile.killed(state)).isEmpty();
        assertThat(ControlFile.killed(directory)).isEmpty();
    }

    @Test
    void twoServicesOfADirectoryAreToldApart() throws IOException {
        Path state = directory.resolve("state");
        try (ControlServer second = new ControlServer(controls, new ControlFile(state, "/two.yaml"), "/two.yaml")) {
            second.tell();
            assertThat(ControlClient.find(state, Optional.of("/two.yaml"))).isPresent();
            assertThat(ControlClient.find(state, Optional.of("/three.yaml"))).isEmpty();
            assertThatThrownBy(() -> ControlClient.find(state, Optional.empty()))
                    .isInstanceOf(ControlException.class)
                    .hasMessageStartingWith(
                            "2 services run with the state directory " + state + "; name one by --scenarios: ")
                    .hasMessageContainingAll(SCENARIOS, "/two.yaml");
        }
    }

    /** Of two services of one scenarios file the later one is reached, also when the earlier one ends. */
    @Test
    void theLaterOneKeepsItsFile() throws IOException {
        try (ControlServer later = new ControlServer(controls, file, SCENARIOS)) {
            later.tell();
            assertThat(server.keep()).isFalse();
            server.close();
            assertThat(ControlClient.find(directory.resolve("state"), Optional.empty()))
                    .isPresent();
        }
        assertThat(file.path()).doesNotExist();
        assertThat(server.keep()).as("it has ended").isFalse();
    }

    /** A cleaner of old files, or a second service that was started by mistake, has taken it away. */
    @Test
    void aFileThatIsGoneIsWrittenAgain() throws IOException {
        try (ControlServer later = new ControlServer(controls, file, SCENARIOS)) {
            later.tell();
        }
        assertThat(ControlClient.find(directory.resolve("state"), Optional.empty()))
                .isEmpty();

        assertThat(server.keep()).isTrue();

        assertThat(file.read()).contains(address);
        assertThat(ControlClient.find(directory.resolve("state"), Optional.empty()))
                .isPresent();
        assertThat(server.keep()).isFalse();
    }

    /** 192.0.2.1 is nobody's. */
    @Test
    void aMachineMayHaveOneLoopbackOnly() throws IOException {
        byte[] nobody = {(byte) 192, 0, 2, 1};
        HttpServer bound = ControlServer.bound(
                List.of(nobody, InetAddress.getLoopbackAddress().getAddress()));
        bound.stop(0);
        assertThatThrownBy(() -> ControlServer.bound(List.of(nobody)))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no loopback");
    }

    private String host() {
        return "Host: 127.0.0.1:" + address.port();
    }

    private String token() {
        return "Authorization: Bearer " + address.token();
    }

    private Socket socket() throws IOException {
        return new Socket(InetAddress.getByName(address.host()), address.port());
    }

    /** Java's client would not send any Host that it is given. */
    private int status(String request, String host, String further) throws IOException {
        try (Socket socket = socket()) {
            String head = request + " HTTP/1.1\r\n" + host + "\r\nConnection: close"
                    + (further.isEmpty() ? "" : "\r\n" + further) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
        }
    }
}
