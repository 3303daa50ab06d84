package org.multicloudmirror.mirror.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SentPart;

class PartPoolTest {

    private final List<PartPlan.Part> parts = new PartPlan(List.of(7L, 7L, 7L)).parts();

    @Test
    void returnsThePartsInTheirOrder() {
        assertThat(new PartPool(2).sendAll(parts, PartPoolTest::sent, () -> {}))
                .extracting(SentPart::number)
                .containsExactly(1, 2, 3);
    }

    @Test
    void takesTheSameFailureOfSeveralPartsForOne() {
        RejectedException failure = new RejectedException("too much");

        assertThatThrownBy(() -> new PartPool(2).sendAll(parts, part -> fail(failure), () -> {}))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void throwsTheFirstFailureWithTheOthers() {
        RejectedException first = new RejectedException("first");
        RejectedException second = new RejectedException("second");
        List<RuntimeException> failures = List.of(new PartsBrokenException(), first, second);

        assertThatThrownBy(() -> new PartPool(1).sendAll(parts, part -> fail(failures.get(part.index())), () -> {}))
                .isSameAs(first)
                .hasSuppressedException(second);
    }

    /** One that is large must not hold up all others, and its parts may have to wait for each other. */
    @Test
    void letsObjectsTakeTurns() throws InterruptedException {
        PartPool pool = new PartPool(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch isLargeBegun = new CountDownLatch(1);
        CountDownLatch isSmallQueued = new CountDownLatch(1);

        Thread large = sending(pool, parts, () -> {
            isLargeBegun.countDown();
            await(isSmallQueued);
            order.add("large");
        });
        isLargeBegun.await();
        Thread small = sending(pool, parts.subList(0, 1), () -> order.add("small"));
        isSmallQueued.countDown();
        large.join();
        small.join();

        assertThat(order).containsExactly("large", "large", "small", "large");
    }

    /** Returns when the parts are queued. */
    private static Thread sending(PartPool pool, List<PartPlan.Part> parts, Runnable onEach) {
        Thread thread = new Thread(() -> pool.sendAll(
                parts,
                part -> {
                    onEach.run();
                    return sent(part);
                },
                () -> {}));
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static SentPart sent(PartPlan.Part part) {
        return new SentPart(part.index() + 1, part.length(), ETag.NONE, ETag.NONE);
    }

    private static SentPart fail(RuntimeException failure) {
        throw failure;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
