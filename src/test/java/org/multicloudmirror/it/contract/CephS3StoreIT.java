package org.multicloudmirror.it.contract;

import java.util.Map;
import org.multicloudmirror.it.servers.CephDoors;

/** Ceph's S3 door. */
class CephS3StoreIT extends CephContract {

    @Override
    Map<String, String> properties(CephDoors doors) {
        return doors.s3();
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

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.VERSION_OF_A_COPY, "its CopyObject takes no notice of x-amz-copy-source-if-match",
                Gap.CONTROLS_IN_A_PREFIX, "its listing repeats the prefix unquoted");
    }
}
