package org.multicloudmirror.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jclouds.blobstore.BlobStore;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.NeedsSwift;
import org.multicloudmirror.it.servers.S3ProxyServer;
import org.multicloudmirror.it.servers.SwiftClient;
import org.multicloudmirror.it.servers.SwiftDoors;

/** The corpus between two accounts of the real Swift, one of them behind its S3 door. */
@NeedsSwift
class CorpusIT extends BothWays {

    private SwiftClient s3;
    private SwiftClient cf;

    @Override
    void open(Mirror tool) throws IOException {
        SwiftDoors doors = SwiftDoors.open();
        s3 = SwiftClient.tempauth(doors, "test:tester", "testing");
        cf = SwiftClient.tempauth(doors, "test2:tester2", "testing2");
        tool.store("s3", doors.asS3Store()).store("cf", doors.asOtherStore());
    }

    @Override
    void logOut() {
        s3.close();
        cf.close();
    }

    @Override
    Shelf bucket() {
        return shelf(s3, "s3", true);
    }

    @Override
    Shelf container() {
        return shelf(cf, "cf", false);
    }

    /** Values of 1,000 bytes, 2 KB in all: the S3 door of Swift holds none of these. */
    @Test
    void carriesThroughSwiftWhatOnlyS3Holds() {
        Map<String, Map<String, String>> tall = Map.of(
                "value", Map.of("long", "value of a kilobyte ".repeat(50).strip()),
                "two-kilobytes", Map.of("a_b", "x".repeat(1000), "c", "yz".repeat(500), "d", "1"),
                "name", Map.of("n".repeat(200), "v"),
                "items", Corpus.numbered(120, 8));
        try (S3ProxyServer proxy = new S3ProxyServer()) {
            mirror().store("proxy", proxy.asStore());
            BlobStore blobs = proxy.blobs();
            blobs.createContainerInLocation(null, "tall");
            tall.forEach((key, user) -> blobs.putBlob(
                    "tall",
                    blobs.blobBuilder(key)
                            .payload(key)
                            .contentType("application/octet-stream")
                            .userMetadata(user)
                            .build()));
            Shelf there = container();

            MirrorRun run = mirror().run("proxy://tall->" + there.url(), there.url() + "->proxy://back");

            assertThat(run.exitCode()).as("%s", run).isZero();
            assertThat(run.keys("copied")).hasSize(2 * tall.size());
            tall.forEach((key, user) -> {
                assertThat(Fidelity.differences(CorpusObject.ofUser(key, user), there.object(key)))
                        .as(key)
                        .isEmpty();
                Map<String, String> back = blobs.blobMetadata("back", key).getUserMetadata();
                assertThat(Fidelity.differences(CorpusObject.ofUser(key, user), CorpusObject.ofUser(key, back)))
                        .as("%s, back", key)
                        .isEmpty();
            });
        }
    }
}
