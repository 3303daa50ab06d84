package org.multicloudmirror.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.servers.CephDoors;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** The real Ceph and the real Swift, each with an account behind its S3 door and one behind its Swift door. */
final class Clouds implements AutoCloseable {

    /** A way into one of them. */
    enum Door {
        CEPH_S3,
        CEPH_SWIFT,
        SWIFT_S3,
        SWIFT;

        /** The name that the tool knows it by. */
        String store() {
            return switch (this) {
                case CEPH_S3 -> "ceph-s3";
                case CEPH_SWIFT -> "ceph-swift";
                case SWIFT_S3 -> "swift-s3";
                case SWIFT -> "swift";
            };
        }

        boolean speaksS3() {
            return this == CEPH_S3 || this == SWIFT_S3;
        }
    }

    /** A bucket or container, in Swift's own words. */
    record Place(Door door, SwiftClient client, String name) {

        String url() {
            return door.store() + "://" + name;
        }

        /** Where the parts of its large objects lie, of a container as the tool writes them. */
        String segments() {
            return name + (door == Door.SWIFT_S3 ? "+segments" : "_segments");
        }
    }

    private final CephDoors ceph = CephDoors.open();
    private final SwiftDoors swift = SwiftDoors.open();
    private final SwiftClient cephS3 = SwiftClient.of(ceph.swift());
    private final SwiftClient cephSwift = SwiftClient.of(ceph.otherSwift());
    private final SwiftClient swiftS3 = SwiftClient.tempauth(swift, "test:tester", "testing");
    private final SwiftClient swiftV1 = SwiftClient.of(swift.asOtherStore());
    private final List<Place> places = new ArrayList<>();
    private final Mirror mirror;

    Clouds(Path directory) throws IOException {
        mirror = Mirror.inThisProcess(directory);
        for (Door door : Door.values()) {
            mirror.store(door.store(), properties(door));
        }
    }

    Mirror mirror() {
        return mirror;
    }

    /** How the store behind a door is configured. */
    Map<String, String> properties(Door door) {
        return switch (door) {
            case CEPH_S3 -> ceph.s3();
            case CEPH_SWIFT -> ceph.otherSwift();
            case SWIFT_S3 -> swift.asS3Store();
            case SWIFT -> swift.asOtherStore();
        };
    }

    /** A new and empty one. */
    Place place(Door door) {
        SwiftClient client =
                switch (door) {
                    case CEPH_S3 -> cephS3;
                    case CEPH_SWIFT -> cephSwift;
                    case SWIFT_S3 -> swiftS3;
                    case SWIFT -> swiftV1;
                };
        Place place = new Place(door, client, Names.fresh());
        client.createContainer(place.name());
        places.add(place);
        return place;
    }

    @Override
    public void close() {
        places.forEach(place -> place.client().wipe(List.of(place.name(), place.segments())));
        List.of(cephS3, cephSwift, swiftS3, swiftV1).forEach(SwiftClient::close);
    }
}
