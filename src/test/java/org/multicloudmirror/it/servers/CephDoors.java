package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.util.Map;

/** Where the real Ceph of {@code src/test/servers/ceph} listens. It is shared: tests use names of their own. */
public final class CephDoors {

    private final DoorsFile doors;

    private CephDoors(DoorsFile doors) {
        this.doors = doors;
    }

    /**
     * The doors.
     *
     * @throws IOException when Ceph is not up
     */
    public static CephDoors open() throws IOException {
        return new CephDoors(DoorsFile.open("ceph", "ceph.s3"));
    }

    /** A store that leads to its S3 door. */
    public Map<String, String> s3() {
        return Map.of(
                "driver", "s3",
                "endpoint", doors.get("ceph.s3"),
                "region", "default",
                "access-key", doors.get("ceph.access-key"),
                "secret-key", doors.get("ceph.secret-key"));
    }

    /** A store that leads to its Swift door, on the same data as the S3 door. */
    public Map<String, String> swift() {
        return swift(doors.get("ceph.swift.user"), doors.get("ceph.swift.key"));
    }

    /** A store that leads to another account. */
    public Map<String, String> otherSwift() {
        return swift(doors.get("ceph.swift.user2"), doors.get("ceph.swift.key2"));
    }

    private Map<String, String> swift(String user, String key) {
        return Map.of("driver", "jclouds", "endpoint", doors.get("ceph.swift"), "identity", user, "credential", key);
    }
}
