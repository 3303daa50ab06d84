package org.multicloudmirror.testing;

import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.scenario.ScenarioParser;

/** Runs between two fake stores, which are named {@code s3} and {@code cf}. */
public final class FakeRuns {

    /** Copies objects of up to 1 GiB, and makes a missing destination. */
    public static final RunOptions COPY = options(RunMode.MIRROR, Compare.ETAG);

    /** The same, and copies nothing. */
    public static final RunOptions DRY = options(RunMode.DRY_RUN, Compare.ETAG);

    private final FakeStore s3 = new FakeStore();
    private final FakeStore cf = new FakeStore();
    private final FakeStores stores = new FakeStores().with("s3", s3).with("cf", cf);
    private final Runs runs = new Runs(stores);

    /** Objects of up to 1 GiB, in this mode and compared like this. */
    public static RunOptions options(RunMode mode, Compare compare) {
        return within(Budget.unlimited(), mode, compare);
    }

    /** The same with a budget. */
    public static RunOptions within(Budget budget, RunMode mode, Compare compare) {
        return new RunOptions(mode, compare, new Selection(1L << 30), Deletion.NONE, BackupPlace.NONE, true, budget);
    }

    public FakeStore s3() {
        return s3;
    }

    public FakeStore cf() {
        return cf;
    }

    public FakeStores stores() {
        return stores;
    }

    public Runs runs() {
        return runs;
    }

    /** A run that is under way. */
    public Run start(String scenario) {
        return start(scenario, COPY);
    }

    /** A run that is under way. */
    public Run start(String scenario, RunOptions options) {
        return runs.start(new ScenarioParser(stores.names()).parse(scenario), options);
    }
}
