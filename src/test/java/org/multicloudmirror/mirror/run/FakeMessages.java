package org.multicloudmirror.mirror.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.mirror.task.RangeMarker.Ending;

/** Messages that are where a test puts them. */
final class FakeMessages implements LostMessages.Messages {

    private final List<CopyTask> tasks = new ArrayList<>();
    private final List<KeyRange> ranges = new ArrayList<>();
    private boolean isTold = true;
    private Consumer<Object> arrival = body -> {};

    FakeMessages with(CopyTask task) {
        tasks.add(task);
        return this;
    }

    FakeMessages with(KeyRange range) {
        ranges.add(range);
        return this;
    }

    /** They are in queues that cannot be looked into. */
    void untold() {
        isTold = false;
    }

    FakeMessages arriving(Consumer<Object> taker) {
        this.arrival = taker;
        return this;
    }

    @Override
    public Optional<Collection<CopyTask>> tasks() {
        return isTold ? Optional.of(tasks) : Optional.empty();
    }

    @Override
    public Optional<Collection<KeyRange>> ranges() {
        return isTold ? Optional.of(ranges) : Optional.empty();
    }

    @Override
    public RangeMarker failed(Run run, KeyRange range) {
        return new RangeMarker(range, Ending.FAILED, "lost", 0, 0, 0);
    }

    @Override
    public void apart(Runnable report) {
        report.run();
    }

    @Override
    public void arrive(String runId, Object outcome) {
        arrival.accept(outcome);
    }
}
