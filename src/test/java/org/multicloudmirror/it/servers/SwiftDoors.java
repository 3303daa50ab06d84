package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where the real Swift of {@code src/test/servers/swift} listens. It is shared: tests use names of their own. */
public final class SwiftDoors {

    private final DoorsFile doors;

    private SwiftDoors(DoorsFile doors) {
        this.doors = doors;
    }

    /**
     * The doors.
     *
     * @throws IOException when Swift is not up
     */
    public static SwiftDoors open() throws IOException {
        return new SwiftDoors(DoorsFile.open("swift", "swift.v1"));
    }

    /** tempauth, whose users are {@code test:tester} and {@code test2:tester2}. */
    public String v1() {
        return doors.get("swift.v1");
    }

    /** The S3 protocol, on the same data as tempauth's account. */
    public String s3() {
        return doors.get("swift.s3");
    }

    /** Keystone v3, whose user is {@code demo} of the project {@code demo}. */
    public String keystoneV3() {
        return doors.get("swift.keystone.v3");
    }

    /** Keystone v2.0 as Rackspace speaks it, with the regions DFW and ORD, on the data of {@code test:tester}. */
    public String keystoneV2() {
        return doors.get("swift.keystone.v2");
    }

    /** A store that leads to the S3 door. */
    public Map<String, String> asS3Store() {
        return Map.of("driver", "s3", "endpoint", s3(), "access-key", "test:tester", "secret-key", "testing");
    }

    /** A store that leads to tempauth, to another account than the S3 door. */
    public Map<String, String> asOtherStore() {
        return Map.of("driver", "jclouds", "endpoint", v1(), "identity", "test2:tester2", "credential", "testing2");
    }

    /** What the clients of all doors asked for. */
    public SwiftAccessLog accessLog() {
        return new SwiftAccessLog(Path.of(doors.get("swift.access.log")));
    }
}
