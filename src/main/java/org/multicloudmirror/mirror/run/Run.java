package org.multicloudmirror.mirror.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.RunDescriptor;
import org.multicloudmirror.mirror.work.CopyProgress;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.mirror.work.RunSignals;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;

/**
 * One execution of a scenario, as its coordinating stages share it: what is listed, queued, counted and told. What
 * becomes of one object is not here but with its {@link org.multicloudmirror.mirror.work.Copy}. Safe for use by many
 * threads.
 */
public final class Run implements RunSignals {

    private final RunDescriptor descriptor;
    private final RunOptions options;
    private final CopyRun copies;
    private final Progress progress = new Progress();
    private final RunTasks tasks;
    private final RunRanges ranges;
    private final RunConcurrency concurrency = new RunConcurrency();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Summary> ended = new CompletableFuture<>();
    private volatile Instant started;
    private volatile boolean destinationAbsent;
    private volatile boolean interrupted;
    private volatile boolean abandoned;

    Run(String id, Scenario scenario, RunOptions options, ObjectStores stores) {
        this.descriptor = new RunDescriptor(
                id,
                scenario,
                options.mode(),
                options.compare(),
                options.backup(),
                options.createDestination(),
                options.writtenClass(),
                Instant.now());
        this.options = options;
        this.started = descriptor.started();
        this.copies = new CopyRun(descriptor, this, stores);
        this.tasks = new RunTasks(scenario, progress);
        this.ranges = new RunRanges(id, scenario, progress);
    }

    public String id() {
        return descriptor.id();
    }

    public Scenario scenario() {
        return descriptor.scenario();
    }

    /** All that a copy knows of it. */
    public RunDescriptor descriptor() {
        return descriptor;
    }

    public RunOptions options() {
        return options;
    }

    /** When it began; what it waited for other runs is before that. */
    public Instant started() {
        return started;
    }

    /** It has waited for another run, and begins now. */
    public void startAfterWaiting() {
        started = Instant.now();
    }

    /** The run as its copies see it. */
    public CopyRun copies() {
        return copies;
    }

    /**
     * Whether an object of the destination was there before the run began, by the destination's clock; what is younger
     * may have come with the run.
     */
    public boolean isOlderThanRun(ObjectEntry entry) {
        return entry.lastModified().isBefore(started().plus(destination().clockAhead()));
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
        return copies.source();
    }

    /** The store of the destination. */
    public ObjectStore destination() {
        return copies.destination();
    }

    /** Watches how the stores of both sides throttle, and whether they serve at all. */
    public void watchStores() {
        concurrency.watch(scenario().source().store(), source());
        concurrency.watch(scenario().destination().store(), destination());
        copies.watchStores();
    }

    /** Ends that watch, and notes what came of it. */
    public void noteStores() {
        notes.addAll(concurrency.end());
        copies.endWatch();
    }

    /** Why one of its stores is not worth another request, in one line; empty while both are. */
    public Optional<String> trouble() {
        return copies.trouble();
    }

    @Override
    public Budget budget() {
        return options.budget();
    }

    @Override
    public Limits limits() {
        return options.share().limits();
    }

    @Override
    public long open() {
        return progress.open();
    }

    @Override
    public boolean begin(long sequence) {
        return tasks.begin(sequence);
    }

    @Override
    public void addBytes(long more) {
        progress.addBytes(more);
    }

    @Override
    public CopyProgress progressOf(CopyTask task) {
        return tasks.progressOf(task);
    }

    /** The ranges that its keys are listed in. */
    public RunRanges ranges() {
        return ranges;
    }

    /** The tasks that it made of its objects. */
    public RunTasks tasks() {
        return tasks;
    }

    /** Adds a line to the summary's notes. */
    @Override
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

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    /** Whether no further object is begun: it is interrupted, may take no more, or has a store that does not serve. */
    public boolean isStopping() {
        return copies.isStopping();
    }

    /** Whether a failure may be one that the run, which is to stop, did not wait for to pass. */
    public boolean letsGoOf(@Nullable Throwable failure) {
        return copies.letsGoOf(failure);
    }

    /**
     * Its destination is another run's by now: it ends as if a store did not serve, and what is in flight is given up.
     *
     * @param why in one line
     */
    public void lose(String why) {
        copies.lose(why);
        abandoned = true;
    }

    /** Gives up copies in flight: their uploads end short, so that no store keeps them. */
    public void abandon() {
        interrupted = true;
        abandoned = true;
    }

    @Override
    public boolean isAbandoned() {
        return abandoned;
    }

    /** The summary, once the last outcome is in. */
    public CompletableFuture<Summary> ended() {
        return ended;
    }
}
