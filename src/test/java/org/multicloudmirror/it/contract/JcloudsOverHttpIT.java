package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.it.servers.S3ProxyServer;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Upload;

/** A provider that jclouds itself speaks for over HTTP, on the lean layer's connections. */
class JcloudsOverHttpIT {

    @Test
    void writesListsReadsAndDeletes() throws Exception {
        try (S3ProxyServer server = new S3ProxyServer();
                OpenStore opened = new OpenStore(Map.of(
                        "driver",
                        "jclouds",
                        "provider",
                        "s3",
                        "endpoint",
                        server.endpoint(),
                        "identity",
                        server.asStore().get("access-key"),
                        "credential",
                        server.asStore().get("secret-key"),
                        "options.jclouds.s3.virtual-host-buckets",
                        "false"))) {
            ObjectStore store = opened.store();
            store.createBucket("photos");
            assertThat(store.bucketExists("photos")).isTrue();
            // more often than there are connections, so that each must come back
            for (int i = 0; i < 20; i++) {
                byte[] content = ("content " + i).getBytes(UTF_8);
                store.put(
                        "photos",
                        "key " + i,
                        new Upload(ObjectMetadata.EMPTY, content.length, ETag.NONE, new ByteArrayInputStream(content)));
                try (ObjectContent read = store.get("photos", "key " + i)) {
                    assertThat(read.body()).hasBinaryContent(content);
                }
                assertThat(store.head("photos", "key " + i).size()).isEqualTo(content.length);
                assertThatThrownBy(() -> store.head("photos", "nothing")).isInstanceOf(ObjectGoneException.class);
            }
            assertThat(store.list("photos", "", null).entries()).hasSize(20);
            store.delete("photos", "key 1");
            assertThat(store.list("photos", "", null).entries()).hasSize(19);
        }
    }
}
