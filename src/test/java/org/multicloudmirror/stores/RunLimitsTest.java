package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.OwnLimits;
import org.multicloudmirror.storage.RateLimiter;
import org.multicloudmirror.storage.StoreException;

/** What a run may send a second: each request is asked for by the thread that sends it. */
class RunLimitsTest {

    private final FakeS3 s3 = new FakeS3();
    private final StoreRegistry stores = new StoreRegistry(new SettingsLoader()
            .environment(Map.of(
                    "MIRROR_STORES_S3_DRIVER", "s3",
                    "MIRROR_STORES_S3_ENDPOINT", s3.endpoint(),
                    "MIRROR_STORES_S3_ACCESS_KEY", "a",
                    "MIRROR_STORES_S3_SECRET_KEY", "b",
                    "MIRROR_STORES_S3_REGION", "us-east-1",
                    "MIRROR_RETRIES", "0"))
            .load());
    private final Limits own = new Limits(new RateLimiter(0), new RateLimiter(1000));

    @AfterEach
    void close() {
        OwnLimits.leave();
        stores.close();
        s3.close();
    }

    @Test
    void aRequestTakesATurnOfItsRunsOwn() {
        OwnLimits.enter(own);
        stores.named("s3").bucketExists("b");

        assertThat(own.requests().waited()).isPositive();
        assertThat(stores.limits().requests().waited()).isZero();
    }

    @Test
    void aRunThatGetsNoTurnHoldsBackNoOther() {
        ObjectStore store = stores.named("s3");
        own.requests().close();
        OwnLimits.enter(own);
        assertThatThrownBy(() -> store.bucketExists("b")).isInstanceOf(StoreException.class);

        OwnLimits.leave();
        store.bucketExists("b");
        assertThat(s3.requests()).containsExactly("HEAD b");
    }
}
