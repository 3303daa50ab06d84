package org.multicloudmirror.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.FakeStore;

class LimitedStoreTest {

    private static final String TEXT = "0123456789".repeat(10_000);

    private final FakeStore store = new FakeStore().with("b", "k", TEXT);
    private final RateLimiter bandwidth = new RateLimiter(10 << 20);
    private final LimitedStore limited = new LimitedStore(store, bandwidth);

    @Test
    void readsEveryByteOnce() throws IOException {
        try (ObjectContent content = limited.get("b", "k")) {
            assertThat(new String(content.body().readAllBytes(), UTF_8)).isEqualTo(TEXT);
        }
        assertThat(bandwidth.waited()).isPositive();
    }

    @Test
    void limitsSlices() throws IOException {
        Slice slice = new Slice(5, 20_000, ETag.NONE);
        try (ObjectContent content = limited.get("b", "k", slice)) {
            assertThat(content.body()).isInstanceOf(LimitedStream.class);
            assertThat(new String(content.body().readAllBytes(), UTF_8)).isEqualTo(TEXT.substring(5, 20_005));
        }
    }

    @Test
    void readsByteByByte() throws IOException {
        store.with("b", "short", "é");
        try (ObjectContent content = limited.get("b", "short")) {
            assertThat(content.body().read()).isEqualTo(0xc3);
            assertThat(content.body().read()).isEqualTo(0xa9);
            assertThat(content.body().read()).isEqualTo(-1);
        }
    }

    @Test
    void addsNothingWhileThereIsNoLimit() throws IOException {
        bandwidth.change(0);
        try (ObjectContent content = limited.get("b", "k")) {
            assertThat(content.body()).isNotInstanceOf(LimitedStream.class);
        }
    }

    @Test
    void aRunsOwnLimitHoldsBesideThatOfAll() throws IOException {
        Limits own = new Limits(new RateLimiter(10 << 20), new RateLimiter(0));
        OwnLimits.enter(own);
        try (ObjectContent content = limited.get("b", "k")) {
            assertThat(new String(content.body().readAllBytes(), UTF_8)).isEqualTo(TEXT);
        } finally {
            OwnLimits.leave();
        }
        assertThat(own.bandwidth().waited()).isPositive();
        assertThat(bandwidth.waited()).isPositive();
    }

    @Test
    void aRunsOwnLimitHoldsBackNobodyElse() throws IOException {
        bandwidth.change(0);
        Limits own = new Limits(new RateLimiter(1), new RateLimiter(0));
        OwnLimits.enter(own);
        OwnLimits.leave();
        try (ObjectContent content = limited.get("b", "k")) {
            assertThat(content.body()).isNotInstanceOf(LimitedStream.class);
        }
    }

    @Test
    void aBodyThatIsHeldBackFailsWhenTheStoresAreClosed() throws IOException {
        try (ObjectContent content = limited.get("b", "k")) {
            bandwidth.close();
            InputStream body = content.body();
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the store was closed while a limit held it back");
        }
    }
}
