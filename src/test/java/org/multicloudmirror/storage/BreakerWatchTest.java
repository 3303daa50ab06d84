package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.storage.CircuitBreaker.Access;

class BreakerWatchTest {

    private final StoreException full = new StoreFullException("cf://b/k: 507");
    private final StoreException denied = new AccessDeniedException("cf://b/k: 403");
    private final StoreException told = new OutageException("cf://b/k: 502");
    private final StoreException vague = new TransientStoreException("cf://b/k: 500");
    private final StoreException gone = new BucketMissingException("the container cf://b does not exist");
    private final StoreException silent = new UnreachableException("no route", new IOException());

    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void tripsWhenSoManyInARowFindTheStoreFull() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, full, 2);
        assertThat(watch.tripped()).isEmpty();
        fail(watch, Access.WRITE, full, 1);

        assertThat(watch.tripped())
                .contains("store cf is full; the last of 3 writes in a row that failed: cf://b/k: 507");
    }

    @ParameterizedTest
    @EnumSource(names = "READ", mode = EnumSource.Mode.EXCLUDE)
    void tripsWhenSoManyInARowAreDenied(Access access) {
        BreakerWatch watch = watch(3);

        fail(watch, access, denied, 2);
        assertThat(watch.tripped()).isEmpty();
        fail(watch, access, denied, 1);

        assertThat(watch.tripped())
                .contains("store cf denies access; the last of 3 " + access.word()
                        + " in a row that failed: cf://b/k: 403");
    }

    /** A prefix that may not be read is met in one piece, and what lies behind it is to be copied. */
    @Test
    void deniedReadsAreTheObjectsOwn() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.READ, denied, 1000);

        assertThat(watch.tripped()).isEmpty();
        fail(watch, Access.READ, full, 3);
        assertThat(watch.tripped()).isPresent();
    }

    @Test
    void aSuccessInBetweenBeginsAnew() {
        BreakerWatch watch = watch(3);
        for (int i = 0; i < 10; i++) {
            fail(watch, Access.WRITE, full, 2);
            fail(watch, Access.LIST, denied, 2);
            watch.succeeded(Access.WRITE);
            watch.succeeded(Access.LIST);
        }

        assertThat(watch.tripped()).isEmpty();
    }

    /** A full destination lists, and gives out what it has. */
    @Test
    void aSuccessOfAnotherKindProvesNothing() {
        BreakerWatch watch = watch(3);
        for (int i = 0; i < 3; i++) {
            fail(watch, Access.WRITE, full, 1);
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
            fail(watch, Access.WRITE, full, 1);
            fail(watch, Access.WRITE, denied, 1);
            fail(watch, Access.WRITE, silent, 1);
            fail(watch, Access.WRITE, new TransientStoreException("503"), 10);
            fail(watch, Access.LIST, denied, 1);
        }

        assertThat(watch.tripped()).isEmpty();
    }

    @Test
    void staysTripped() {
        BreakerWatch watch = watch(1);
        fail(watch, Access.WRITE, full, 1);
        watch.succeeded(Access.WRITE);

        assertThat(watch.tripped()).isPresent();
    }

    @Test
    void sitsOutAnOutageOfAMinute() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, silent, 500);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(watch, Access.READ, silent, 500);

        assertThat(watch.tripped()).isEmpty();
        assertThat(watch.isOut()).isTrue();
        watch.succeeded(Access.READ);
        assertThat(watch.isOut()).isFalse();
    }

    @Test
    void tripsWhenTheOutageLasts() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, silent, 1);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        fail(watch, Access.LIST, silent, 1);
        assertThat(watch.tripped()).isEmpty();
        assertThat(watch.isOut()).isFalse();
        fail(watch, Access.READ, silent, 1);

        assertThat(watch.tripped())
                .contains("store cf has not answered for 120 s; the last of 3 requests in a row: no route");
    }

    @Test
    void anyAnswerEndsSilence() {
        BreakerWatch watch = watch(3);
        fail(watch, Access.WRITE, silent, 10);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        fail(watch, Access.WRITE, new NotFoundException("404"), 1);
        fail(watch, Access.WRITE, silent, 10);

        assertThat(watch.tripped()).isEmpty();
    }

    /** A gateway answers for a store that does not. */
    @Test
    void sitsOutAnOutageThatIsToldTwice() {
        BreakerWatch watch = watch(20);

        fail(watch, Access.WRITE, told, 1);
        assertThat(watch.isOut()).isFalse();
        fail(watch, Access.WRITE, told, 1);
        assertThat(watch.isOut()).isTrue();
        nanos.addAndGet(Duration.ofSeconds(119).toNanos());
        fail(watch, Access.WRITE, told, 500);
        assertThat(watch.isOut()).isTrue();
        assertThat(watch.tripped()).isEmpty();
        watch.succeeded(Access.WRITE);
        assertThat(watch.isOut()).isFalse();
    }

    @Test
    void tripsWhenAnOutageThatIsToldLasts() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, told, 2);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        fail(watch, Access.WRITE, told, 1);

        assertThat(watch.isOut()).isFalse();
        assertThat(watch.tripped())
                .contains("store cf has served nobody for 120 s; the last of 3 writes in a row that failed:"
                        + " cf://b/k: 502");
    }

    /** The store lists, and gives out what it has, all the while. */
    @Test
    void aSuccessOfAnotherKindDoesNotEndWhatIsTold() {
        BreakerWatch watch = watch(3);
        for (int second = 0; second <= 120; second++) {
            fail(watch, Access.WRITE, told, 1);
            watch.succeeded(Access.LIST);
            watch.succeeded(Access.READ);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(watch.tripped()).isPresent();
    }

    /** A server that is restarted is silent, resets connections, and then stands behind a gateway that says so. */
    @Test
    void isOneOutageHoweverItIsTold() {
        BreakerWatch watch = watch(3);

        fail(watch, Access.WRITE, silent, 1);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(watch, Access.WRITE, told, 1);
        assertThat(watch.isOut()).isTrue();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        fail(watch, Access.WRITE, silent, 1);

        assertThat(watch.tripped()).isPresent();
    }

    /** A 500 may be one object's own; as many in a row as end a run are not. */
    @Test
    void takesManyFailuresOfAnyKindForAnOutage() {
        BreakerWatch watch = watch(20);

        fail(watch, Access.WRITE, vague, 19);
        assertThat(watch.isOut()).isFalse();
        fail(watch, Access.WRITE, vague, 1);
        assertThat(watch.isOut()).isTrue();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        fail(watch, Access.WRITE, vague, 1);
        assertThat(watch.isOut()).isFalse();
        assertThat(watch.tripped()).isPresent();
    }

    @Test
    void whoThrottlesServes() {
        BreakerWatch watch = watch(3);
        fail(watch, Access.WRITE, told, 10);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        fail(watch, Access.WRITE, new ThrottledException("503 SlowDown", Duration.ZERO), 10);

        assertThat(watch.isOut()).isFalse();
        assertThat(watch.tripped()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tripsWhenTheBucketIsGone(Access access) {
        BreakerWatch watch = watch(3);

        fail(watch, access, gone, 2);
        assertThat(watch.tripped()).isEmpty();
        fail(watch, access, gone, 1);

        assertThat(watch.tripped())
                .contains("store cf has lost its bucket; the last of 3 " + access.word()
                        + " in a row that failed: the container cf://b does not exist");
    }

    @Test
    void neverTripsWhereItIsOff() {
        BreakerWatch watch = watch(0);
        fail(watch, Access.WRITE, full, 1000);
        fail(watch, Access.WRITE, denied, 1000);
        fail(watch, Access.WRITE, silent, 1);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        fail(watch, Access.WRITE, silent, 1000);

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
