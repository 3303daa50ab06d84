package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.storage.ObjectContent;

/** A reader that stops early is not kept until the slow rest has come. */
class EarlyCloseIT {

    private static final byte[] CONTENT = new byte[100_000];

    @Test
    @Timeout(20)
    void givesTheConnectionUp() throws IOException {
        try (FakeS3 server = new FakeS3();
                OpenStore open = new OpenStore(server.asStore())) {
            server.bucket("bucket").put("slow", CONTENT);
            server.bucket("bucket").put("quick", CONTENT);
            server.next("GET bucket/slow", new ObjectAnswer(CONTENT).dripping(new CountDownLatch(0)));

            try (ObjectContent object = open.store().get("bucket", "slow")) {
                assertThat(object.body().read()).isZero();
            }

            assertThat(Objects.content(open.store(), "bucket", "quick")).isEqualTo(CONTENT);
        }
    }
}
