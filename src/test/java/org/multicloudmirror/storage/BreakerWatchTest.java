package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.CircuitBreaker.Access;

class BreakerWatchTest {

    private static final StoreException FULL = new StoreFullException("cf://b/k: 507");
    private static final StoreException DENIED = new AccessDeniedException("cf://b/k: 403");
    private static final StoreException SILENT = new UnreachableException("no route", new IOException());

    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void tripsWhenSoManyInARowFindTheStoreFull() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, FULL, 2);
        assertThat(watch.tripped()).isEmpty();
        fail(watch, Access.WRITE, FULL, 1);

        assertThat(watch.tripped())
                .contains("store cf is full; the last of 3 writes in a row that failed: cf://b/k: 507");
    }

    @Test
    void tripsWhenSoManyInARowAreDenied() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.READ, DENIED, 3);

        assertThat(watch.tripped())
                .contains("store cf denies access; the last of 3 reads in a row that failed: cf://b/k: 403");
    }

    @Test
    void aSuccessInBetweenBeginsAnew() {
        BreakerWatch watch = watch(3);
        for (int i = 0; i < 10; i++) {
            fail(watch, Access.WRITE, FULL, 2);
            fail(watch, Access.READ, DENIED, 2);
            watch.succeeded(Access.WRITE);
            watch.succeeded(Access.READ);
        }

        assertThat(watch.tripped()).isEmpty();
    }

    /** A full destination lists, and gives out what it has. */
    @Test
    void aSuccessOfAnotherKindProvesNothing() {
        BreakerWatch watch = watch(3);
        for (int i = 0; i < 3; i++) {
            fail(watch, Access.WRITE, FULL, 1);
            watch.succeeded(Access.LIST);
            watch.succeeded(Access.READ);
            watch.succeeded(Access.DELETE);
        }

        assertThat(watch.tripped()).isPresent();
    }

    @Test
    void countsEachReasonByItself() {
        BreakerWatch watch = watch(3);
        for (int i = 0; i < 2; i++) {
            fail(watch, Access.WRITE, FULL, 1);
            fail(watch, Access.WRITE, DENIED, 1);
            fail(watch, Access.WRITE, SILENT, 1);
            fail(watch, Access.WRITE, new TransientStoreException("503"), 10);
            fail(watch, Access.READ, DENIED, 1);
        }

        assertThat(watch.tripped()).isEmpty();
    }

    @Test
    void staysTripped() {
        BreakerWatch watch = watch(1);
        fail(watch, Access.WRITE, FULL, 1);
        watch.succeeded(Access.WRITE);

        assertThat(watch.tripped()).isPresent();
    }

    @Test
    void sitsOutAnOutageOfAMinute() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, SILENT, 500);
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        fail(watch, Access.READ, SILENT, 500);

        assertThat(watch.tripped()).isEmpty();
        assertThat(watch.isOut()).isTrue();
        watch.succeeded(Access.READ);
        assertThat(watch.isOut()).isFalse();
    }

    @Test
    void tripsWhenTheOutageLasts() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, SILENT, 1);
        nanos.addAndGet(Duration.ofSeconds(120).toNanos());
        fail(watch, Access.LIST, SILENT, 1);
        assertThat(watch.tripped()).isEmpty();
        assertThat(watch.isOut()).isFalse();
        fail(watch, Access.READ, SILENT, 1);

        assertThat(watch.tripped())
                .contains("store cf has not answered for 120 s; the last of 3 requests in a row: no route");
    }

    @Test
    void anyAnswerEndsAnOutage() {
        BreakerWatch watch = watch(3);
        fail(watch, Access.WRITE, SILENT, 10);
        nanos.addAndGet(Duration.ofSeconds(120).toNanos());
        fail(watch, Access.WRITE, new TransientStoreException("503"), 1);
        fail(watch, Access.WRITE, SILENT, 10);

        assertThat(watch.tripped()).isEmpty();
    }

    @Test
    void neverTripsWhereItIsOff() {
        BreakerWatch watch = watch(0);
        fail(watch, Access.WRITE, FULL, 1000);
        fail(watch, Access.WRITE, DENIED, 1000);
        fail(watch, Access.WRITE, SILENT, 1);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        fail(watch, Access.WRITE, SILENT, 1000);

        assertThat(watch.tripped()).isEmpty();
    }

    private BreakerWatch watch(int limit) {
        return new BreakerWatch("cf", limit, nanos::get, watch -> {});
    }

    private static void fail(BreakerWatch watch, Access access, StoreException failure, int times) {
        for (int i = 0; i < times; i++) {
            watch.failed(access, failure);
        }
    }
}
