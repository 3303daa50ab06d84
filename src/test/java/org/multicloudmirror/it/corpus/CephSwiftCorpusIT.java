package org.multicloudmirror.it.corpus;

import java.io.IOException;
import java.util.Map;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.servers.CephDoors;
import org.multicloudmirror.it.servers.NeedsCeph;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** The corpus between Swift's S3 door and Ceph's Swift door. */
@NeedsCeph
@NeedsSwift
class CephSwiftCorpusIT extends BothWays {

    private SwiftClient swift;
    private SwiftClient ceph;

    @Override
    void open(Mirror tool) throws IOException {
        SwiftDoors swiftDoors = SwiftDoors.open();
        CephDoors doors = CephDoors.open();
        swift = SwiftClient.tempauth(swiftDoors, "test:tester", "testing");
        ceph = SwiftClient.of(doors.otherSwift());
        tool.store("s3", swiftDoors.asS3Store()).store("cf", doors.otherSwift());
    }

    @Override
    void logOut() {
        swift.close();
        ceph.close();
    }

    @Override
    Shelf bucket() {
        return shelf(swift, "s3", true);
    }

    @Override
    Shelf container() {
        return shelf(ceph, "cf", false);
    }

    @Override
    Map<String, String> impossible() {
        return Map.of("user/long-name", "its disks keep names of 100 bytes, Ceph's own prefix included");
    }
}
