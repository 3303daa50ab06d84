package org.multicloudmirror.mirror.run;

import java.util.concurrent.atomic.LongAdder;

/**
 * The bytes of a run's objects: what has passed, and what is likely to. An object that turns out equal, or fails, has its
 * outcome without all of its bytes, and one that is tried again passes more than once.
 */
final class ByteProgress {

    /** So much of what waits is taken to pass, whatever became of the objects before: a few say little of the rest. */
    private static final double PRESUMED = 0.1;

    private final LongAdder queued = new LongAdder();
    private final LongAdder waiting = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder settled = new LongAdder();
    private final LongAdder passed = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder settledPassed = new LongAdder();
    private final LongAdder aside = new LongAdder();

    /** The sizes of all objects that were queued. */
    long queued() {
        return queued.sum();
    }

    /** All bytes that have passed, those that passed again and those of no object among them. */
    long all() {
        return ofObjects() + aside.sum();
    }

    /** Those of objects on their way, those that passed again among them. */
    long ofObjects() {
        return passed.sum() + repeated.sum();
    }

    /** How many bytes of the objects without an outcome are still to pass, as far as can be told. */
    long left() {
        long inFlight = Math.max(0, begun.sum() - (passed.sum() - settledPassed.sum()));
        return inFlight + Math.round(waiting.sum() * share());
    }

    /** Of what has its outcome so much has passed. */
    private double share() {
        double presumed = PRESUMED * waiting.sum();
        double all = settled.sum() + presumed;
        return all <= 0 ? 1 : Math.max(0, Math.min(1, (settledPassed.sum() + presumed) / all));
    }

    /** An object is queued. */
    void queue(long size) {
        queued.add(size);
        waiting.add(size);
    }

    /** The first bytes of an object pass. */
    void begin(long size) {
        waiting.add(-size);
        begun.add(size);
    }

    /** None of an object has passed any more. */
    void unbegin(long size) {
        begun.add(-size);
        waiting.add(size);
    }

    /** Some bytes of an object have passed. */
    void pass(long bytes) {
        passed.add(bytes);
    }

    /** Some bytes must pass again. */
    void repeat(long bytes) {
        passed.add(-bytes);
        repeated.add(bytes);
    }

    /** Bytes of no object have passed, such as those of a backup. */
    void addAside(long bytes) {
        aside.add(bytes);
    }

    /** An object has another size than was queued. */
    void resize(long more, boolean isBegun) {
        queued.add(more);
        (isBegun ? begun : waiting).add(more);
    }

    /** An object has its outcome. */
    void settle(long size, long itsPassed) {
        (itsPassed == 0 ? waiting : begun).add(-size);
        settled.add(size);
        settledPassed.add(itsPassed);
    }
}
