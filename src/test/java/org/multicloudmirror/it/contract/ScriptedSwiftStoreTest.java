package org.multicloudmirror.it.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.cloud.ScriptedCloud;

/** The Swift of the scripted cloud, which is right while no quirk is switched on. */
class ScriptedSwiftStoreTest extends ObjectStoreContract implements CopyContract, CredentialsContract, UpdateContract {

    private final ScriptedCloud cloud = ScriptedCloud.start();

    @Override
    Map<String, String> properties() {
        return cloud.swiftStore();
    }

    @Override
    public Map<String, String> wrongCredentials() {
        Map<String, String> properties = new HashMap<>(properties());
        properties.put("credential", WRONG);
        return properties;
    }

    @Override
    public String remedy() {
        return "check mirror.stores.%1$s.identity and .credential".formatted(OpenStore.NAME);
    }

    @Override
    void clean(List<String> buckets) {
        cloud.close();
    }
}
