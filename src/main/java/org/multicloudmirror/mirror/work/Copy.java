package org.multicloudmirror.mirror.work;

import java.time.Duration;
import java.util.List;
import org.multicloudmirror.mirror.LeftOutException;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Failures;
import org.multicloudmirror.storage.ETag;

/**
 * One object in work, from a worker's taking it to its outcome: the routes carry it, and nobody else keeps it. Parts of
 * it may be copied by several threads.
 */
public final class Copy {

    private final CopyTask task;
    private final CopyRun run;
    private final boolean isRepeated;
    private final CopyProgress progress;
    private final long sinceNanos = System.nanoTime();
    private long size;
    private int attempts;
    private Failures failures = Failures.NONE;
    private Evidence evidence = Evidence.NONE;
    private ETag unproven = ETag.NONE;
    private boolean isTaken;

    /** One that nobody worked on before. */
    public Copy(CopyTask task, CopyRun run) {
        this(task, run, false);
    }

    private Copy(CopyTask task, CopyRun run, boolean isRepeated) {
        this.task = task;
        this.run = run;
        this.isRepeated = isRepeated;
        this.progress = run.signals().progressOf(task);
        this.size = task.entry().size();
    }

    /** One that may have been worked on before, and its outcome lost: the destination is looked at first. */
    public static Copy repeated(CopyTask task, CopyRun run) {
        return new Copy(task.repeated(), run, true);
    }

    /** Whether it may have been worked on before. */
    public boolean isRepeated() {
        return isRepeated;
    }

    /** What was queued. */
    public CopyTask task() {
        return task;
    }

    public CopyRun run() {
        return run;
    }

    /** The source's key. */
    public String key() {
        return task.entry().key();
    }

    /**
     * It is begun to be copied, for the first time or again, without any evidence.
     *
     * @throws LeftOutException when a store turned out not to serve any more
     */
    public synchronized void attempt() {
        run.trouble().ifPresent(why -> {
            throw new LeftOutException(why);
        });
        attempts++;
        progress.restart();
        evidence = Evidence.NONE;
    }

    /** How often it was begun to be copied. */
    public synchronized int attempts() {
        return attempts;
    }

    /** It failed; how often by now. */
    public synchronized Failures fail(boolean isThrottled) {
        failures = failures.plus(isThrottled);
        return failures;
    }

    /** It got no answer, which is not counted; when that was so for the first time, in the nanoseconds given. */
    public synchronized long unansweredSince(long nanos) {
        failures = failures.unanswered(nanos);
        return failures.unansweredSince().orElse(nanos);
    }

    /** Takes its bytes from the run's budget, once; false when it is to be left. */
    public synchronized boolean take() {
        if (isTaken) {
            return true;
        }
        isTaken = true;
        return run.signals().budget().take(size);
    }

    /**
     * Its true size is known now, in bytes.
     *
     * @throws LeftOutException when it is more than the run may take
     */
    public synchronized void resize(long bytes) {
        if (!run.signals().budget().correct(size, bytes)) {
            throw new LeftOutException(run.signals().budget().reason());
        }
        size = bytes;
        progress.resize(bytes);
    }

    /** More of its bytes were read, or copied on the server. */
    public void pass(long bytes) {
        progress.pass(bytes);
    }

    /** All that was read is read again. */
    public void restart() {
        progress.restart();
    }

    /** So many of those that were read are read again. */
    public void repeat(long bytes) {
        progress.repeat(bytes);
    }

    /** Its size as last known, in bytes. */
    public synchronized long size() {
        return size;
    }

    /** What is known of the destination's object now, beside what was lost already. */
    public synchronized void prove(Evidence found) {
        evidence = found.losing(evidence.lost());
    }

    /** The destination cannot hold some of it. */
    public synchronized void lose(List<String> lost) {
        evidence = evidence.losing(lost);
    }

    /** What is known of the destination's object. */
    public synchronized Evidence evidence() {
        return evidence;
    }

    /**
     * What was read, where nothing else proves it: true when the attempt before read the same.
     *
     * @param tag of all the bytes that were read
     */
    public synchronized boolean readsAgain(ETag tag) {
        boolean isSame = tag.equals(unproven);
        unproven = tag;
        return isSame;
    }

    /** How long a worker has had it. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }
}
