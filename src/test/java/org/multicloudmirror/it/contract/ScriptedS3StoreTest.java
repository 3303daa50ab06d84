package org.multicloudmirror.it.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.cloud.ScriptedCloud;

/** The S3 of the scripted cloud, which is right while no quirk is switched on. */
class ScriptedS3StoreTest extends ObjectStoreContract
        implements LongListingContract, CopyContract, CredentialsContract, UpdateContract {

    private final ScriptedCloud cloud = ScriptedCloud.start();

    @Override
    Map<String, String> properties() {
        return cloud.s3Store();
    }

    @Override
    public Map<String, String> wrongCredentials() {
        Map<String, String> properties = new HashMap<>(properties());
        properties.put("secret-key", WRONG);
        return properties;
    }

    @Override
    public String remedy() {
        return "check the secret key of store " + OpenStore.NAME
                + ", and its region; else something on the way changes requests";
    }

    @Override
    void clean(List<String> buckets) {
        cloud.close();
    }
}
