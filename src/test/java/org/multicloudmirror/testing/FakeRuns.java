package org.multicloudmirror.testing;

import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.RunOptions;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.scenario.ScenarioParser;

/** Runs between two fake stores, which are named {@code s3} and {@code cf}. */
public final class FakeRuns {

    /** Copies objects of up to 1 GiB, and makes a missing destination. */
    public static final RunOptions COPY = new RunOptions(1L << 30, false, true);

    /** The same, and copies nothing. */
    public static final RunOptions DRY = new RunOptions(1L << 30, true, true);

    private final FakeStore s3 = new FakeStore();
    private final FakeStore cf = new FakeStore();
    private final FakeStores stores = new FakeStores().with("s3", s3).with("cf", cf);
    private final Runs runs = new Runs(stores);

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
