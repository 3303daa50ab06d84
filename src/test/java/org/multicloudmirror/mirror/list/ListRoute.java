package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.FakeStore;

/** Lists the range of a run as the route {@code mirror-list} does; what it would queue is kept. */
final class ListRoute {

    /** Large numbers of objects are many names of one. */
    private static final FakeObject SAME = FakeObject.of("same");

    private final FakeRuns clouds = new FakeRuns();
    private final List<Outcome> skipped = new ArrayList<>();
    private final Lister lister = new Lister(clouds.runs(), (run, outcome) -> skipped.add(outcome), 1);
    private final DestinationRepository repository = new DestinationRepository(clouds.runs());
    private final List<CopyTask> tasks = new ArrayList<>();
    private Consumer<CopyTask> worker = task -> {};

    ListRoute() {
        clouds.s3().bucket("src");
        clouds.cf().bucket("dst");
    }

    FakeRuns clouds() {
        return clouds;
    }

    /** The source, whose bucket is {@code src}. */
    FakeStore source() {
        return clouds.s3();
    }

    /** The destination, whose container is {@code dst}. */
    FakeStore destination() {
        return clouds.cf();
    }

    /** Objects that are the same wherever they are. */
    static void fill(FakeStore store, String bucket, List<String> keys) {
        keys.forEach(key -> store.with(bucket, key, SAME));
    }

    /** What is done with each task at once; by default it stays queued. */
    ListRoute worker(Consumer<CopyTask> action) {
        this.worker = action;
        return this;
    }

    RangeMarker list() {
        return list(clouds.start("s3://src->cf://dst"));
    }

    RangeListing open(Run run) {
        return lister.open(run.ranges().whole());
    }

    RangeMarker list(Run run) {
        RangeListing listing = open(run);
        try {
            boolean hasNext = listing.hasNext();
            while (hasNext) {
                SourcePage page = listing.next();
                // Camel's splitter asks before the page that it has taken is processed
                hasNext = listing.hasNext();
                for (CopyTask task : repository.filter(page)) {
                    if (run.tasks().claim(task)) {
                        tasks.add(task);
                        worker.accept(task);
                    }
                }
            }
            return arrived(run, lister.end(listing));
        } catch (RuntimeException e) {
            // as Camel's splitter does
            listing.forEachRemaining(page -> {});
            return arrived(run, lister.fail(run.id(), e, run.ranges().whole(), listing));
        }
    }

    private static RangeMarker arrived(Run run, RangeMarker marker) {
        run.ranges().arrive(marker);
        return marker;
    }

    /** What was left out so far, in its order. */
    List<Outcome> skipped() {
        return skipped;
    }

    /** What was queued so far, in its order. */
    List<CopyTask> tasks() {
        return tasks;
    }

    /** Its keys. */
    List<String> keys() {
        return tasks.stream().map(CopyTask::entry).map(ObjectEntry::key).toList();
    }

    /** Its keys and why, such as {@code k COPY_MISSING}. */
    List<String> decisions() {
        return tasks.stream()
                .map(task -> task.entry().key() + " " + task.decision())
                .toList();
    }
}
