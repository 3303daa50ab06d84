package org.multicloudmirror.it.contract;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.multicloudmirror.it.servers.CephDoors;
import org.multicloudmirror.it.servers.NeedsCeph;
import org.multicloudmirror.it.servers.SwiftClient;

/** The real Ceph Object Gateway, behind one of its doors. */
@NeedsCeph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CephContract extends ObjectStoreContract implements CopyContract, CredentialsContract, UpdateContract {

    private Map<String, String> properties = Map.of();

    abstract Map<String, String> properties(CephDoors doors);

    /** The name of the property that holds the secret. */
    abstract String secret();

    @Override
    final Map<String, String> properties() throws IOException {
        properties = properties(CephDoors.open());
        return properties;
    }

    @Override
    public final Map<String, String> wrongCredentials() {
        Map<String, String> wrong = new HashMap<>(properties);
        wrong.put(secret(), WRONG);
        return wrong;
    }

    @Override
    final void clean(List<String> buckets) throws IOException {
        try (SwiftClient client = SwiftClient.of(CephDoors.open().swift())) {
            client.wipe(buckets);
        }
    }
}
