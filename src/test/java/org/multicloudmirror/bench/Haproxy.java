package org.multicloudmirror.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.multicloudmirror.testing.FreePort;

/** HAProxy as the TLS end: one connection to the load server for each of the client's. */
final class Haproxy implements TlsEnd {

    private static final String CONFIGURATION = """
            global
              nbthread 1
            defaults
              mode tcp
              timeout connect 5s
              timeout client 300s
              timeout server 300s
            listen tls
              bind 127.0.0.1:%d ssl crt %s
              server load 127.0.0.1:%d
            """;

    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final int port;

    Haproxy(Path program, int server, Path identity, Path directory) throws IOException, InterruptedException {
        port = FreePort.find();
        Path configuration =
                Files.writeString(directory.resolve("haproxy.cfg"), CONFIGURATION.formatted(port, identity, server));
        process = new ProcessBuilder(List.of(program.toString(), "-db", "-q", "-f", configuration.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!listens()) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("haproxy ended with " + process.exitValue() + "; its error is above");
            }
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "haproxy";
    }

    @Override
    public void close() {
        process.destroy();
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }
}
