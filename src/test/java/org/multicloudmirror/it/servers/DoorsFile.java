package org.multicloudmirror.it.servers;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** What a script in {@code src/test/servers} writes for those who want to connect to its server. */
final class DoorsFile {

    private static final int CONNECT_MILLIS = 2000;

    private final Properties doors;

    private DoorsFile(Properties doors) {
        this.doors = doors;
    }

    /**
     * Reads it, and looks whether one of the doors is open.
     *
     * @param server the name of the script
     * @param door the property whose URL is tried
     * @throws IOException when the server is not up
     */
    static DoorsFile open(String server, String door) throws IOException {
        Properties doors = new Properties();
        try (Reader reader = Files.newBufferedReader(home(server).resolve("doors.properties"))) {
            doors.load(reader);
        }
        reach(URI.create(doors.getProperty(door)));
        return new DoorsFile(doors);
    }

    String get(String name) {
        return doors.getProperty(name);
    }

    /** The same default as the script's. */
    private static Path home(String server) {
        String named = System.getenv(server.toUpperCase(Locale.ROOT) + "_HOME");
        if (named != null) {
            return Path.of(named);
        }
        String temporary = System.getenv().getOrDefault("TMPDIR", "/tmp");
        return Path.of(temporary, "multi-cloud-mirror-" + server + "-" + new UnixSystem().getUid());
    }

    private static void reach(URI door) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(door.getHost(), door.getPort()), CONNECT_MILLIS);
        }
    }
}
