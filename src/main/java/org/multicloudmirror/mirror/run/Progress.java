package org.multicloudmirror.mirror.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counters of a run under way, for those who watch it; the summary does not rest on them. */
public final class Progress {

    private final LongAdder listed = new LongAdder();
    private final LongAdder queued = new LongAdder();
    private final LongAdder queuedBytes = new LongAdder();
    private final LongAdder finished = new LongAdder();
    private final LongAdder finishedBytes = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final AtomicInteger ranges = new AtomicInteger(1);

    /** Objects that the source's listing named so far. */
    public long listed() {
        return listed.sum();
    }

    /** Objects queued so far. */
    public long queued() {
        return queued.sum();
    }

    /** Their bytes. */
    public long queuedBytes() {
        return queuedBytes.sum();
    }

    /** Objects with an outcome so far. */
    public long finished() {
        return finished.sum();
    }

    /** Their bytes. */
    public long finishedBytes() {
        return finishedBytes.sum();
    }

    /** Objects that failed so far. */
    public long failed() {
        return failed.sum();
    }

    /** Bytes read from the source or copied on the server so far, those of repeated attempts included. */
    public long bytes() {
        return bytes.sum();
    }

    /** Objects that wait for a worker or have one. */
    public long open() {
        return queued() - finished();
    }

    /** Whether {@link #queued} is final. */
    public boolean isListingEnded() {
        return ranges.get() <= 0;
    }

    /** More objects were listed. */
    public void addListed(long objects) {
        listed.add(objects);
    }

    /** More bytes were read, or copied on the server. */
    public void addBytes(long more) {
        bytes.add(more);
    }

    /** One more range is to be listed. */
    void beginRange() {
        ranges.incrementAndGet();
    }

    /** A range is listed, or will not be. */
    void endRange() {
        ranges.decrementAndGet();
    }

    void addQueued(long size) {
        queued.increment();
        queuedBytes.add(size);
    }

    void addFinished(long size, boolean isFailure) {
        finished.increment();
        finishedBytes.add(size);
        if (isFailure) {
            failed.increment();
        }
    }
}
