package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.nio.file.Path;

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

    /** What the clients of all doors asked for. */
    public SwiftAccessLog accessLog() {
        return new SwiftAccessLog(Path.of(doors.get("swift.access.log")));
    }
}
