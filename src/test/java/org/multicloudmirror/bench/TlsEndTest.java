package org.multicloudmirror.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.CertificateAuthority;

class TlsEndTest {

    private static final int BYTES = 1_000_000;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CertificateAuthority authority;
    private final Path directory;

    TlsEndTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.authority = new CertificateAuthority(directory);
        Thread echo = new Thread(this::echo, "echo");
        echo.setDaemon(true);
        echo.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void ownEndPassesBytesOnBothWays() throws Exception {
        try (TlsEnd end = new Relay(server.getLocalPort(), authority.server(TlsEnd.ADDRESS))) {
            assertPassesOn(end);
        }
    }

    @Test
    void haproxyPassesBytesOnBothWays() throws Exception {
        Optional<Path> program = Machine.program("haproxy");
        assumeThat(program).as("haproxy is installed").isPresent();
        Path identity = authority.serverFile(TlsEnd.ADDRESS);
        try (TlsEnd end = new Haproxy(program.orElseThrow(), server.getLocalPort(), identity, directory)) {
            assertPassesOn(end);
        }
    }

    private void assertPassesOn(TlsEnd end) throws Exception {
        byte[] sent = new byte[BYTES];
        new Random(1).nextBytes(sent);
        try (Socket socket = trusting().getSocketFactory().createSocket("127.0.0.1", end.port())) {
            Thread sender = new Thread(() -> send(socket, sent));
            sender.start();

            assertThat(socket.getInputStream().readNBytes(BYTES)).isEqualTo(sent);
            sender.join();
        }
    }

    private static void send(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every connection; HAProxy's is looked at once before it is used. */
    private void echo() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().transferTo(socket.getOutputStream());
                }
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority.certificate())) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
