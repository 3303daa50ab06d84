package org.multicloudmirror.it.servers;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the real Swift of {@code src/test/servers/swift} listens. It is shared: tests use names of their own. */
public final class SwiftDoors {

    private static final int CONNECT_MILLIS = 2000;

    private final Properties doors;

    private SwiftDoors(Properties doors) {
        this.doors = doors;
    }

    /**
     * The doors.
     *
     * @throws IOException when Swift is not up
     */
    public static SwiftDoors open() throws IOException {
        Properties doors = new Properties();
        try (Reader reader = Files.newBufferedReader(home().resolve("doors.properties"))) {
            doors.load(reader);
        }
        reach(URI.create(doors.getProperty("swift.v1")));
        return new SwiftDoors(doors);
    }

    /** tempauth, whose users are {@code test:tester} and {@code test2:tester2}. */
    public String v1() {
        return doors.getProperty("swift.v1");
    }

    /** The S3 protocol, on the same data as tempauth's account. */
    public String s3() {
        return doors.getProperty("swift.s3");
    }

    /** Keystone v3, whose user is {@code demo} of the project {@code demo}. */
    public String keystoneV3() {
        return doors.getProperty("swift.keystone.v3");
    }

    /** Keystone v2.0 as Rackspace speaks it, with the regions DFW and ORD, on the data of {@code test:tester}. */
    public String keystoneV2() {
        return doors.getProperty("swift.keystone.v2");
    }

    /** What the clients of all doors asked for. */
    public SwiftAccessLog accessLog() {
        return new SwiftAccessLog(Path.of(doors.getProperty("swift.access.log")));
    }

    /** The same default as the script's. */
    private static Path home() {
        String named = System.getenv("SWIFT_HOME");
        if (named != null) {
            return Path.of(named);
        }
        String temporary = System.getenv().getOrDefault("TMPDIR", "/tmp");
        return Path.of(temporary, "multi-cloud-mirror-swift-" + new UnixSystem().getUid());
    }

    private static void reach(URI door) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(door.getHost(), door.getPort()), CONNECT_MILLIS);
        }
    }
}
