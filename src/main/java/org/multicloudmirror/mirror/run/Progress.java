package org.multicloudmirror.mirror.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.multicloudmirror.mirror.task.CopyTask;

/** Counters of a run under way, for those who watch it; the summary does not rest on them. */
public final class Progress {

    private final LongAdder listed = new LongAdder();
    private final LongAdder equal = new LongAdder();
    private final LongAdder queued = new LongAdder();
    private final LongAdder finished = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final ByteProgress bytes = new ByteProgress();
    private final AtomicInteger ranges = new AtomicInteger(1);

    /** Objects that the source's listing named so far. */
    public long listed() {
        return listed.sum();
    }

    /** Those of them that the listings alone found equal. */
    public long equal() {
        return equal.sum();
    }

    /** Objects queued so far. */
    public long queued() {
        return queued.sum();
    }

    /** Their bytes. */
    public long queuedBytes() {
        return bytes.queued();
    }

    /** Objects with an outcome so far. */
    public long finished() {
        return finished.sum();
    }

    /** Objects that failed so far. */
    public long failed() {
        return failed.sum();
    }

    /** Bytes read or copied on the server so far, those of repeated attempts included. */
    public long bytes() {
        return bytes.all();
    }

    /** The same of objects on their way alone, without backups and the like. */
    public long bytesOfObjects() {
        return bytes.ofObjects();
    }

    /** How many bytes of the open objects are still to pass, as far as can be told. */
    public long bytesLeft() {
        return bytes.left();
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

    /** The same, and so many of them are equal. */
    public void addListed(long objects, long ofThemEqual) {
        listed.add(objects);
        equal.add(ofThemEqual);
    }

    /** More bytes passed that are not an object's on its way, such as those of a backup. */
    public void addBytes(long more) {
        bytes.addAside(more);
    }

    /** One task more is queued. */
    OpenTask open(CopyTask task) {
        queued.increment();
        return new OpenTask(task, bytes);
    }

    /** A task has its outcome. */
    void end(OpenTask task, boolean isFailure) {
        task.end();
        finished.increment();
        if (isFailure) {
            failed.increment();
        }
    }

    /** One more range is to be listed. */
    void beginRange() {
        ranges.incrementAndGet();
    }

    /** A range is listed, or will not be. */
    void endRange() {
        ranges.decrementAndGet();
    }
}
