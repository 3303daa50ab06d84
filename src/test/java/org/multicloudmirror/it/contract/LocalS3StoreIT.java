package org.multicloudmirror.it.contract;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.multicloudmirror.it.servers.LocalS3Server;
import org.multicloudmirror.it.servers.NeedsEmulators;

/** Robothy's local-s3, on Netty, in memory. */
@NeedsEmulators
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalS3StoreIT extends ObjectStoreContract implements CopyContract, UpdateContract {

    private LocalS3Server server;

    @Override
    Map<String, String> properties() throws Exception {
        server = new LocalS3Server();
        return server.asStore();
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.ENCODING_AND_LANGUAGE, "it drops all content headers but the type",
                Gap.EXPIRES, "it drops them",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE, "it sorts Java strings, hence UTF-16",
                Gap.EXPIRES_OF_A_COPY, "it drops them",
                Gap.LISTING_BEHIND_A_KEY, "its answer ends early where the key that it repeats is not ASCII",
                Gap.BUCKET_THAT_EXISTS, "it answers BucketAlreadyExists to its owner",
                Gap.TYPE_OF_A_COPY, "its CopyObject keeps the metadata of the source",
                Gap.VERSION_OF_A_COPY, "its CopyObject takes no notice of x-amz-copy-source-if-match",
                Gap.RANGE_OF_A_COPY, "it has no UploadPartCopy",
                Gap.LEASES, "its answers have no Date");
    }

    @Override
    public Map<String, String> impossibleKeys() {
        return Map.of(
                "/leading", "it drops slashes at the beginning",
                "//leading-twice", "it drops slashes at the beginning",
                "trailing//", "it drops a slash at the end",
                "/", "it drops slashes at the beginning",
                "//", "it drops slashes at the beginning",
                " ", "it refuses a key of spaces");
    }

    @Override
    void clean(List<String> buckets) throws Exception {
        server.close();
    }
}
