package org.multicloudmirror.mirror.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.work.CopyRuns;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.ObjectStores;

/** The runs under way in this process, by their ids: messages carry the id, never the run. */
public final class Runs {

    private final ObjectStores stores;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final CopyRuns copyRuns = new CopyRuns();
    private final @Nullable RunObserver observer;
    private volatile boolean interrupted;

    public Runs(ObjectStores stores) {
        this(stores, null);
    }

    /**
     * @param observer is told of them; null where nobody watches
     */
    public Runs(ObjectStores stores, @Nullable RunObserver observer) {
        this.stores = stores;
        this.observer = observer;
    }

    /** A new run, under way from now on. */
    public Run start(Scenario scenario, RunOptions options) {
        Run run = new Run(UUID.randomUUID().toString().substring(0, 8), scenario, options, stores);
        runs.put(run.id(), run);
        copyRuns.begin(run.copies());
        if (observer != null) {
            observer.began(run);
        }
        if (interrupted) {
            run.interrupt();
        }
        return run;
    }

    /**
     * The run of an id.
     *
     * @throws IllegalStateException when no such run is under way
     */
    public Run byId(String id) {
        Run run = runs.get(id);
        if (run == null) {
            throw new IllegalStateException("no run " + id + " is under way");
        }
        return run;
    }

    /** The run of an id, or nothing when no such run is under way any more. */
    public Optional<Run> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Who is told of them; null where nobody watches. */
    public @Nullable RunObserver observer() {
        return observer;
    }

    /** The same runs as their copies see them. */
    public CopyRuns copyRuns() {
        return copyRuns;
    }

    /** The runs that have not ended. */
    public Collection<Run> underWay() {
        return List.copyOf(runs.values());
    }

    /** Ends a run with its summary. */
    public void end(Run run, Summary summary) {
        runs.remove(run.id());
        copyRuns.end(run.id());
        run.ended().complete(summary);
    }

    /**
     * A run is over, and its report, too.
     *
     * @param summary what is told of it
     */
    public void told(RunOptions options, Summary summary) {
        if (observer != null) {
            observer.ended(options.name(), options.mode(), summary);
        }
    }

    /** Interrupts the runs under way and those still to come. */
    public void interrupt() {
        interrupted = true;
        runs.values().forEach(Run::interrupt);
    }

    /** Gives up what is still in flight. */
    public void abandon() {
        interrupt();
        runs.values().forEach(Run::abandon);
    }

    public boolean isInterrupted() {
        return interrupted;
    }
}
