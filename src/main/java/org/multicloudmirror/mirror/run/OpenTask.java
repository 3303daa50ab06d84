package org.multicloudmirror.mirror.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.CopyProgress;

/** A task without an outcome yet, and how much of its object has passed in the present attempt. */
final class OpenTask implements CopyProgress {

    private final CopyTask task;
    private final ByteProgress bytes;
    private final AtomicLong passed = new AtomicLong();
    private final AtomicBoolean isBegun = new AtomicBoolean();
    private volatile long size;

    OpenTask(CopyTask task, ByteProgress bytes) {
        this.task = task;
        this.bytes = bytes;
        this.size = task.entry().size();
        bytes.queue(size);
    }

    CopyTask task() {
        return task;
    }

    /** A worker begins it: false when one has before. */
    boolean begin() {
        return isBegun.compareAndSet(false, true);
    }

    @Override
    public void pass(long more) {
        if (passed.getAndAdd(more) == 0) {
            bytes.begin(size);
        }
        bytes.pass(more);
    }

    @Override
    public void repeat(long some) {
        if (some > 0) {
            if (passed.addAndGet(-some) == 0) {
                bytes.unbegin(size);
            }
            bytes.repeat(some);
        }
    }

    @Override
    public void restart() {
        repeat(passed.get());
    }

    @Override
    public synchronized void resize(long now) {
        bytes.resize(now - size, passed.get() != 0);
        size = now;
    }

    /** It has its outcome. */
    synchronized void end() {
        bytes.settle(size, passed.get());
    }
}
