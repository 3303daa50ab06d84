package org.multicloudmirror.it.contract;

import java.util.Map;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** Keystone v3, the door of OpenStack today. */
class KeystoneV3StoreIT extends SwiftContract {

    @Override
    Map<String, String> properties(SwiftDoors doors) {
        return Map.of(
                "driver", "jclouds",
                "endpoint", doors.keystoneV3(),
                "identity", "Default:demo",
                "credential", "demopass",
                "options.jclouds.keystone.scope", "project:demo");
    }

    @Override
    String secret() {
        return "credential";
    }

    @Override
    SwiftClient client(SwiftDoors swift) {
        return SwiftClient.keystone(swift);
    }
}
