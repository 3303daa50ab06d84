package org.multicloudmirror.it.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.servers.CephDoors;
import org.multicloudmirror.it.servers.NeedsCeph;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** The corpus between Ceph's S3 door and the real Swift. */
@NeedsCeph
@NeedsSwift
class CephS3CorpusIT extends BothWays {

    private SwiftClient ceph;
    private SwiftClient swift;

    @Override
    void open(Mirror tool) throws IOException {
        CephDoors doors = CephDoors.open();
        SwiftDoors swiftDoors = SwiftDoors.open();
        ceph = SwiftClient.of(doors.swift());
        swift = SwiftClient.of(swiftDoors.asOtherStore());
        tool.store("s3", doors.s3()).store("cf", swiftDoors.asOtherStore());
    }

    @Override
    void logOut() {
        ceph.close();
        swift.close();
    }

    @Override
    Shelf bucket() {
        return shelf(ceph, "s3", false);
    }

    @Override
    Shelf container() {
        return shelf(swift, "cf", false);
    }

    /** Ceph takes an underscore for a dash, as Swift does, and keeps words of RFC 2047 as they are. */
    @Override
    List<CorpusObject> ofS3() {
        return List.of();
    }

    @Override
    Map<String, String> impossible() {
        return Map.of("user/long-name", "its disks keep names of 100 bytes, Ceph's own prefix included");
    }
}
