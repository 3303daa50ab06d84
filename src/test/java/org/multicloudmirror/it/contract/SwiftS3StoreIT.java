package org.multicloudmirror.it.contract;

import java.util.Map;
import org.multicloudmirror.it.servers.SwiftDoors;

/** Swift's S3 door, which takes almost every key. */
class SwiftS3StoreIT extends SwiftContract {

    @Override
    Map<String, String> properties(SwiftDoors doors) {
        return Map.of(
                "driver", "s3",
                "endpoint", doors.s3(),
                "region", "us-east-1",
                "access-key", "test:tester",
                "secret-key", "testing");
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(Gap.LEASES, "it answers 501 to a condition");
    }

    @Override
    String secret() {
        return "secret-key";
    }

    @Override
    public String remedy() {
        return "check the secret key of store " + OpenStore.NAME
                + ", and its region; else something on the way changes requests";
    }
}
