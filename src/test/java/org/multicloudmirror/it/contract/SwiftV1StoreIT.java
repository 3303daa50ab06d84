package org.multicloudmirror.it.contract;

import java.util.Map;
import org.multicloudmirror.it.servers.SwiftDoors;

/** tempauth, the door that Swift alone has. */
class SwiftV1StoreIT extends SwiftContract {

    @Override
    Map<String, String> properties(SwiftDoors doors) {
        return Map.of(
                "driver", "jclouds",
                "endpoint", doors.v1(),
                "identity", "test:tester",
                "credential", "testing");
    }

    @Override
    String secret() {
        return "credential";
    }
}
