package org.multicloudmirror.mirror.delete;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.multicloudmirror.mirror.outcome.Tally;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;

/** The extras of a run in batches. Of a run that is to stop they are told, not deleted; one that is given up has no further one. */
final class Batches implements Iterator<DeleteBatch> {

    /** So many are confirmed one by one before they are deleted together: the first one's answer must not grow old. */
    private static final int SIZE = 100;

    private final Run run;
    private final Tally tally;
    private final ObjectLocation bucket;
    private final Iterator<List<ObjectEntry>> pages;
    private List<ObjectEntry> page = List.of();

    Batches(Run run, Tally tally) {
        this.run = run;
        this.tally = tally;
        this.bucket = new ObjectLocation(
                run.scenario().destination().store(),
                run.scenario().destination().bucket(),
                "");
        this.pages =
                new Concatenation(tally.extras().stream().map(Extras::pages).iterator());
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && pages.hasNext()) {
            page = pages.next();
        }
        if (!page.isEmpty() && run.isAbandoned() && run.isInterrupted()) {
            tally.stop();
            return false;
        }
        return !page.isEmpty();
    }

    @Override
    public DeleteBatch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int size = Math.min(SIZE, page.size());
        DeleteBatch batch = new DeleteBatch(run.id(), bucket, page.subList(0, size), Map.of(), List.of());
        page = page.subList(size, page.size());
        return batch;
    }

    /** One range's pages after another's. */
    private static final class Concatenation implements Iterator<List<ObjectEntry>> {

        private final Iterator<Iterator<List<ObjectEntry>>> ranges;
        private Iterator<List<ObjectEntry>> current =
                List.<List<ObjectEntry>>of().iterator();

        Concatenation(Iterator<Iterator<List<ObjectEntry>>> ranges) {
            this.ranges = ranges;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && ranges.hasNext()) {
                current = ranges.next();
            }
            return current.hasNext();
        }

        @Override
        public List<ObjectEntry> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
