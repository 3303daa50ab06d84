package org.multicloudmirror.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.StoreException;

/** One execution of a scenario: what its stages share. Safe for use by all of them at once. */
public final class Run {

    private final String id;
    private final Scenario scenario;
    private final RunOptions options;
    private final ObjectStores stores;
    private final Instant started = Instant.now();
    private final Progress progress = new Progress();
    private final PendingCopies pending = new PendingCopies();
    private final Map<String, ETag> unproven = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> queuedByRange = new ConcurrentHashMap<>();
    private final AtomicInteger ranges = new AtomicInteger(1);
    private final RunPaces paces = new RunPaces();
    private final RunBreakers breakers = new RunBreakers();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Summary> ended = new CompletableFuture<>();
    private final AtomicBoolean serverRefuses = new AtomicBoolean();
    private volatile boolean destinationAbsent;
    private volatile boolean interrupted;
    private volatile boolean abandoned;

    Run(String id, Scenario scenario, RunOptions options, ObjectStores stores) {
        this.id = id;
        this.scenario = scenario;
        this.options = options;
        this.stores = stores;
    }

    public String id() {
        return id;
    }

    public Scenario scenario() {
        return scenario;
    }

    public RunOptions options() {
        return options;
    }

    public Instant started() {
        return started;
    }

    /**
     * Whether an object of the destination was there before the run began, by the destination's clock; what is younger
     * may have come with the run.
     */
    public boolean isOlderThanRun(ObjectEntry entry) {
        return entry.lastModified().isBefore(started.plus(destination().clockAhead()));
    }

    /** Whether the destination is listed to its end, for what the source has not. */
    public boolean gathersExtras() {
        return options.deletion().isWanted() || options.mode() == RunMode.CHECK;
    }

    public Progress progress() {
        return progress;
    }

    /** The store of the source. */
    public ObjectStore source() {
        return store(scenario.source());
    }

    /** The store of the destination. */
    public ObjectStore destination() {
        return store(scenario.destination());
    }

    private ObjectStore store(Location side) {
        return stores.named(side.store());
    }

    /**
     * Whether the destination's store may be asked to copy objects by itself: it has not refused.
     *
     * @param from the store that they are in
     */
    public boolean copiesOnServer(ObjectStore from) {
        return !serverRefuses.get() && destination().copiesFrom(from);
    }

    /** The destination's store refuses, and would again; true for the first who says so. */
    public boolean stopCopyingOnServer() {
        return serverRefuses.compareAndSet(false, true);
    }

    /** Watches how the stores of both sides throttle, and whether they serve at all. */
    public void watchStores() {
        paces.watch(scenario.source().store(), source());
        paces.watch(scenario.destination().store(), destination());
        breakers.watch(scenario.source().store(), source());
        breakers.watch(scenario.destination().store(), destination());
    }

    /** Ends that watch, and notes what came of it. */
    public void noteStores() {
        notes.addAll(paces.end());
        breakers.end();
    }

    /** Why one of its stores is not worth another request, in one line; empty while both are. */
    public Optional<String> trouble() {
        return breakers.tripped();
    }

    /** Whether one of its stores has served nobody for a short while: an outage that may pass. */
    public boolean isWaitingForStore() {
        return breakers.isOut();
    }

    /** Why an object was not begun, where the run may take no more. */
    public String reasonForLeaving() {
        return trouble().orElseGet(() -> options.budget().reason());
    }

    /** The range that the run begins with. */
    public KeyRange whole() {
        return KeyRange.whole(id);
    }

    /** A further range, cut off from another. */
    public KeyRange cut(String after, @Nullable String until) {
        progress.beginRange();
        return new KeyRange(id, ranges.getAndIncrement(), after, until);
    }

    /**
     * Takes a task in, once: false when its key is queued or in flight already.
     */
    public boolean claim(CopyTask task) {
        String key = task.entry().key();
        boolean isNew = pending.add(key, task.entry().size());
        if (isNew) {
            queuedByRange
                    .computeIfAbsent(task.range().index(), index -> new LongAdder())
                    .increment();
            progress.addQueued(task.entry().size());
        }
        return isNew;
    }

    /** How many tasks of a range were taken in. */
    public long queued(KeyRange range) {
        LongAdder queued = queuedByRange.get(range.index());
        return queued == null ? 0 : queued.sum();
    }

    /** A worker takes a task. */
    public void begin(CopyTask task) {
        pending.begin(task.entry().key(), task.entry().size());
    }

    /**
     * A task is begun to be copied, for the first time or again.
     *
     * @throws LeftOutException when a store turned out not to serve any more
     */
    public void attempt(CopyTask task) {
        trouble().ifPresent(why -> {
            throw new LeftOutException(why);
        });
        pending.attempt(task.entry().key());
    }

    /** How often a key was begun to be copied. */
    public int attempts(String key) {
        return pending.attempts(key);
    }

    /** A copy failed; how often by now. */
    public Failures fail(CopyTask task, boolean isThrottled) {
        return pending.fail(task.entry().key(), failures -> failures.plus(isThrottled));
    }

    /** A copy got no answer, which is not counted; when that was so for the first time, in the nanoseconds given. */
    public long unansweredSince(CopyTask task, long nanos) {
        return pending.fail(task.entry().key(), failures -> failures.unanswered(nanos))
                .unansweredSince()
                .orElse(nanos);
    }

    /** Takes the bytes of an object that is about to be copied from the budget, once; false when it is to be left. */
    public boolean take(CopyTask task) {
        return !pending.take(task.entry().key())
                || options.budget().take(task.entry().size());
    }

    /**
     * The true size of what is being copied, in bytes.
     *
     * @throws LeftOutException when it is more than the run may take
     */
    public void resize(String key, long size) {
        if (!options.budget().correct(pending.size(key), size)) {
            throw new LeftOutException(options.budget().reason());
        }
        pending.resize(key, size);
    }

    /** The size of what is being copied, as last known, in bytes. */
    public long pendingSize(String key) {
        return pending.size(key);
    }

    /** What is known of the destination's object after a copy or an inspection; an attempt begins without. */
    public void prove(CopyTask task, Evidence evidence) {
        pending.prove(task.entry().key(), evidence);
    }

    /** The destination cannot hold some of an object; an attempt begins without any loss. */
    public void lose(CopyTask task, List<String> lost) {
        prove(task, new Evidence(evidence(task).destination(), evidence(task).proof(), lost));
    }

    /** What is known of the destination's object. */
    public Evidence evidence(CopyTask task) {
        return pending.evidence(task.entry().key());
    }

    /**
     * What was read of a key, where nothing else proves it: true when the attempt before read the same.
     *
     * @param tag of all the bytes that were read
     */
    public boolean readsAgain(String key, ETag tag) {
        return tag.equals(unproven.put(key, tag));
    }

    /** How long a worker has had a key. */
    public Duration pendingAge(String key) {
        return pending.age(key);
    }

    /** A task has its outcome. */
    public void finish(Outcome outcome) {
        progress.addFinished(pending.remove(outcome.key()), outcome.kind() == OutcomeKind.FAILED);
    }

    /** Adds a line to the summary's notes. */
    public void note(String line) {
        notes.add(line);
    }

    public List<String> notes() {
        return notes;
    }

    /** Whether the destination is missing and a dry run did not make it: it lists as empty. */
    public boolean isDestinationAbsent() {
        return destinationAbsent;
    }

    /** The destination is missing, and it stays so. */
    public void markDestinationAbsent() {
        destinationAbsent = true;
    }

    /** Stops listing and drops what is queued; copies in flight go on. */
    public void interrupt() {
        interrupted = true;
    }

    public boolean isInterrupted() {
        return interrupted;
    }

    /** Whether no further object is begun: it is interrupted, may take no more, or has a store that does not serve. */
    public boolean isStopping() {
        return interrupted || options.budget().isSpent() || trouble().isPresent();
    }

    /** Whether a failure may be one that the run, which is to stop, did not wait for to pass. */
    public boolean letsGoOf(@Nullable Throwable failure) {
        return failure instanceof StoreException error && error.isTransient() && isStopping();
    }

    /** Gives up copies in flight: their uploads end short, so that no store keeps them. */
    public void abandon() {
        interrupted = true;
        abandoned = true;
    }

    public boolean isAbandoned() {
        return abandoned;
    }

    /** The summary, once the last outcome is in. */
    public CompletableFuture<Summary> ended() {
        return ended;
    }
}
