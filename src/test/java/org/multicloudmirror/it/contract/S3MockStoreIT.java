package org.multicloudmirror.it.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.NeedsEmulators;
import org.multicloudmirror.it.servers.S3MockServer;

/** Adobe's S3Mock, which many projects test with. */
@NeedsEmulators
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3MockStoreIT extends ObjectStoreContract implements CopyContract, UpdateContract {

    @TempDir
    private static Path directory;

    private S3MockServer server;

    @Override
    Map<String, String> properties() throws IOException {
        server = new S3MockServer(directory);
        return server.asStore();
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.CONTENT_TYPE_TO_THE_LETTER, "its server, Tomcat, writes them in its own way",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE, "it sorts Java strings, hence UTF-16",
                Gap.NAME_OF_A_MISMATCH, "it answers 400 BadRequest",
                Gap.EMPTY_METADATA, "it drops them",
                Gap.TYPE_OF_A_COPY, "its CopyObject keeps the type of the source",
                Gap.HEADERS_TAKEN_AWAY, "it refuses a copy onto itself that changes nothing but content headers");
    }

    @Override
    public Map<String, String> impossibleKeys() {
        return Map.of("back\\slash\\..\\x", "its server, Tomcat, refuses a backslash");
    }

    @Override
    void clean(List<String> buckets) {
        server.close();
    }
}
