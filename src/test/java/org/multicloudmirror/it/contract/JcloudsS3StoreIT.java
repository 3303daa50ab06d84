package org.multicloudmirror.it.contract;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** jclouds' own S3, at Swift's S3 door. */
@NeedsSwift
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JcloudsS3StoreIT extends ObjectStoreContract {

    @Override
    Map<String, String> properties() throws IOException {
        return Map.of(
                "driver", "jclouds",
                "provider", "s3",
                "endpoint", SwiftDoors.open().s3(),
                "identity", "test:tester",
                "credential", "testing",
                "options.jclouds.s3.virtual-host-buckets", "false");
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.LEASES, "jclouds puts without conditions",
                Gap.METADATA_BEYOND_ASCII, "jclouds sends them as they are, and S3 has none",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE, "U+FFFF has no place in a listing that jclouds asks for");
    }

    @Override
    public Map<String, String> impossibleKeys() {
        return Stream.of("bell\u0007 escape\u001b[2J delete\u007f", "\u0001", "last of the plane \uffff")
                .collect(Collectors.toMap(key -> key, key -> "it has no place in a listing that jclouds asks for"));
    }

    @Override
    void clean(List<String> buckets) throws IOException {
        try (SwiftClient client = SwiftClient.tempauth(SwiftDoors.open(), "test:tester", "testing")) {
            client.wipe(buckets);
        }
    }
}
