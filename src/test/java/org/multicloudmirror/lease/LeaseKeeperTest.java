package org.multicloudmirror.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.lease.Leases.Answer.Granted;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeLeases;
import org.multicloudmirror.testing.FakeLeases.Request;
import org.multicloudmirror.testing.FakeStore;

/** What becomes of a lease while its run does something else. */
class LeaseKeeperTest {

    private final FakeStore store = new FakeStore().bucket("b");
    private final FakeLeases objects = store.holdsLeases();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<String> losses = new CopyOnWriteArrayList<>();

    /** Time stands still unless a test lets it pass; who asks for it is counted. */
    private final LeaseClock clock = new LeaseClock() {

        private final FakeClock time = new FakeClock(objects, 0);

        @Override
        public long nanos() {
            looks.incrementAndGet();
            return time.nanos();
        }

        @Override
        public void pass(Duration some) {
            time.pass(some);
        }
    };

    @Test
    void isRenewedAgainAndAgainWhateverFails() {
        try (Lease lease = lease(Duration.ofSeconds(4))) {
            int before = objects.count(Request.REPLACE);
            objects.beforeNext(Request.REPLACE, () -> {
                throw new TransientStoreException("it did not answer");
            });

            await().until(() -> objects.count(Request.REPLACE) >= before + 3);

            lease.prove();
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void isLostInTimeAlthoughNobodyAsks() {
        Lease lease = lease(Duration.ofHours(1));
        int before = looks.get();
        await().until(() -> looks.get() >= before + 2);

        objects.pass(Duration.ofHours(1));

        await().until(() -> !losses.isEmpty());
        lease.close();
        assertThat(losses).containsExactly("the lease on to://b is lost: it could not be renewed in time");
    }

    private Lease lease(Duration length) {
        Leases.Request request = new Leases.Request("one", "from://a->to://b", new Location("to", "b", ""), length);
        return ((Granted) new Leases(new Retry(0, 0, Duration.ZERO), clock).ask(store, request, losses::add)).lease();
    }
}
