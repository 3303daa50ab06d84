package org.multicloudmirror.it.contract;

import java.util.Map;
import org.multicloudmirror.it.servers.SwiftDoors;

/** Keystone v2.0 as Rackspace speaks it. */
class RackspaceStoreIT extends SwiftContract {

    @Override
    Map<String, String> properties(SwiftDoors doors) {
        return Map.of(
                "driver", "jclouds",
                "provider", "rackspace-cloudfiles-us",
                "endpoint", doors.keystoneV2(),
                "identity", "tester",
                "credential", "testing",
                "region", "DFW");
    }

    @Override
    String secret() {
        return "credential";
    }
}
