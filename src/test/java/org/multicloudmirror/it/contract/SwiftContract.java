package org.multicloudmirror.it.contract;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** The real Swift, behind one of its doors. */
@NeedsSwift
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SwiftContract extends ObjectStoreContract implements CopyContract, CredentialsContract, UpdateContract {

    private SwiftDoors doors;

    abstract Map<String, String> properties(SwiftDoors doors);

    /** The name of the property that holds the secret. */
    abstract String secret();

    /** Logged in to the account that the door leads to. */
    SwiftClient client(SwiftDoors swift) {
        return SwiftClient.tempauth(swift, "test:tester", "testing");
    }

    @Override
    final Map<String, String> properties() throws IOException {
        doors = SwiftDoors.open();
        return properties(doors);
    }

    @Override
    public final Map<String, String> wrongCredentials() {
        Map<String, String> wrong = new HashMap<>(properties(doors));
        wrong.put(secret(), WRONG);
        return wrong;
    }

    @Override
    public String remedy() {
        return "check mirror.stores.%1$s.identity and .credential".formatted(OpenStore.NAME);
    }

    @Override
    final void clean(List<String> buckets) {
        try (SwiftClient client = client(doors)) {
            client.wipe(buckets);
        }
    }
}
