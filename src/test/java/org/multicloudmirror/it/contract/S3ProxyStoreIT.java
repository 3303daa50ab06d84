package org.multicloudmirror.it.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.multicloudmirror.it.servers.S3ProxyServer;

/** An S3 server that everybody can run, though it is not as faithful as Swift's. */
class S3ProxyStoreIT extends ObjectStoreContract implements LongListingContract, CopyContract, CredentialsContract {

    private final S3ProxyServer server = new S3ProxyServer();

    @Override
    Map<String, String> properties() {
        return server.asStore();
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
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.CONTENT_TYPE_TO_THE_LETTER, "its server, Jetty, writes known types in its own way",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE, "it sorts Java strings, hence UTF-16",
                Gap.EXPIRES_OF_A_COPY, "it leaves that header out",
                Gap.OBJECT_BESIDE_ITS_FOLDER, "it keeps objects as files of a file system in memory",
                Gap.FOLDER_MARKERS, "it empties them, and drops them when something comes to be inside");
    }

    @Override
    public Map<String, String> impossibleKeys() {
        return Stream.of(
                        "/leading",
                        "//leading-twice",
                        "in//side",
                        "trailing//",
                        "/",
                        "//",
                        ".",
                        "..",
                        "./a",
                        "../a",
                        "a/./b",
                        "a/../b",
                        "a/..")
                .collect(Collectors.toMap(key -> key, key -> "it takes a key for a path"));
    }

    @Override
    void clean(List<String> buckets) {
        server.close();
    }
}
