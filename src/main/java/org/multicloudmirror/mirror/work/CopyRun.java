package org.multicloudmirror.mirror.work;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.RunDescriptor;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.OwnLimits;
import org.multicloudmirror.storage.StoreException;

/**
 * A run as its copies see it: its descriptor, its signals, and what they learn of its stores meanwhile. Safe for use by
 * many threads.
 */
public final class CopyRun {

    private final RunDescriptor descriptor;
    private final RunSignals signals;
    private final ObjectStores stores;
    private final RunBreakers breakers = new RunBreakers();
    private final ConnectionRate rate = new ConnectionRate();
    private final AtomicBoolean serverRefuses = new AtomicBoolean();
    private volatile @Nullable Runnable proof;

    public CopyRun(RunDescriptor descriptor, RunSignals signals, ObjectStores stores) {
        this.descriptor = descriptor;
        this.signals = signals;
        this.stores = stores;
    }

    public RunDescriptor descriptor() {
        return descriptor;
    }

    /** From now on this thread works for it: the log's lines name it, and requests count against its limits. */
    public void enter() {
        RunMdc.enter(descriptor);
        OwnLimits.enter(signals.limits());
    }

    /** From now on this thread works for no run. */
    public static void leave() {
        RunMdc.leave();
        OwnLimits.leave();
    }

    public String id() {
        return descriptor.id();
    }

    public Scenario scenario() {
        return descriptor.scenario();
    }

    public RunMode mode() {
        return descriptor.mode();
    }

    public Compare compare() {
        return descriptor.compare();
    }

    /** The metadata of an object as they are written for it. */
    public ObjectMetadata written(ObjectMetadata metadata) {
        return descriptor.writtenClass().of(metadata);
    }

    public BackupPlace backup() {
        return descriptor.backup();
    }

    /** The store of the source. */
    public ObjectStore source() {
        return store(scenario().source());
    }

    /** The store of the destination. */
    public ObjectStore destination() {
        return store(scenario().destination());
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

    /** How fast a connection is. */
    public ConnectionRate rate() {
        return rate;
    }

    /** Watches from now on whether the stores of both sides serve at all. */
    public void watchStores() {
        breakers.watch(scenario().source().store(), source());
        breakers.watch(scenario().destination().store(), destination());
    }

    /**
     * Its destination is its own only as long as it holds a lease.
     *
     * @param held proves that; throws when it cannot
     */
    public void leased(Runnable held) {
        proof = held;
    }

    /**
     * Proves that the destination is still the run's own to change, where another machine may take it over: before what
     * cannot be taken back.
     *
     * @throws StoreException when it is not, or when that cannot be told
     */
    public void proveLease() {
        Runnable held = proof;
        if (held != null) {
            held.run();
        }
    }

    /** Its destination is another run's by now: nothing more is begun. */
    public void lose(String why) {
        breakers.trip(why);
    }

    /** Ends that watch; what it found stays known. */
    public void endWatch() {
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

    public boolean isInterrupted() {
        return signals.isInterrupted();
    }

    /** Whether copies in flight are given up. */
    public boolean isAbandoned() {
        return signals.isAbandoned();
    }

    /** Whether no further object is begun: it is interrupted, may take no more, or has a store that does not serve. */
    public boolean isStopping() {
        return signals.isInterrupted()
                || signals.budget().isSpent()
                || trouble().isPresent();
    }

    /** Whether a failure may be one that the run, which is to stop, did not wait for to pass. */
    public boolean letsGoOf(@Nullable Throwable failure) {
        return failure instanceof StoreException error && error.isTransient() && isStopping();
    }

    /** Why an object was not begun, where the run may take no more. */
    public String reasonForLeaving() {
        return trouble().orElseGet(() -> signals.budget().reason());
    }

    /** How many objects wait for a worker or have one. */
    public long open() {
        return signals.open();
    }

    /** A worker begins a task: false when one has begun it before, or its outcome has arrived. */
    public boolean begin(CopyTask task) {
        return signals.begin(task.sequence());
    }

    /** More bytes passed that are not an object's on its way, such as those of a backup. */
    public void addBytes(long more) {
        signals.addBytes(more);
    }

    /** Adds a line to what the user is told at the end. */
    public void note(String line) {
        signals.note(line);
    }

    RunSignals signals() {
        return signals;
    }
}
