package org.multicloudmirror.mirror.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * A listing put in order: sorted chunks on disk as soon as the memory that all sorts share is used up, merged as they are
 * read. Afterwards memory is one block a chunk, of a bounded number of chunks. Of equal keys one entry stays. For one thread
 * at a time.
 */
final class DiskSort implements AutoCloseable {

    private static final Comparator<ObjectEntry> ORDER = Comparator.comparing(ObjectEntry::key, Keys.ORDER);
    private static final int PAGE = 1000;

    /** How many chunks are merged at a time: more of them become one chunk first. */
    private static final int FAN_IN = 32;

    /** How much memory is asked for at a time, in bytes. */
    private static final long STEP = 256L << 10;

    private final SortSpace space;
    private final Deque<SortedChunk> chunks = new ArrayDeque<>();
    private final List<ObjectEntry> unsorted = new ArrayList<>();
    private long used;
    private long taken;

    /**
     * @param space that it shares with other sorts
     */
    DiskSort(SortSpace space) {
        this.space = space;
    }

    /**
     * The same entries in UTF-8 byte order. Reads all pages before it returns.
     *
     * @throws UncheckedIOException when the temporary directory cannot be written
     */
    Iterator<List<ObjectEntry>> sorted(Iterator<List<ObjectEntry>> pages) {
        while (pages.hasNext()) {
            pages.next().forEach(this::add);
        }
        return pages();
    }

    /**
     * Adds an entry.
     *
     * @throws UncheckedIOException when the temporary directory cannot be written
     */
    void add(ObjectEntry entry) {
        unsorted.add(entry);
        used += weight(entry);
        if (used > space.own() + taken) {
            if (space.take(STEP)) {
                taken += STEP;
            } else {
                spill();
            }
        }
    }

    /**
     * Nothing is added for now: what is in memory beyond the sort's own is written down, for others to have room.
     *
     * @throws UncheckedIOException when the temporary directory cannot be written
     */
    void rest() {
        if (taken > 0) {
            spill();
        }
    }

    /**
     * What was added, in UTF-8 byte order; for one pass.
     *
     * @throws UncheckedIOException when the temporary directory cannot be written
     */
    Iterator<List<ObjectEntry>> pages() {
        try {
            if (chunks.isEmpty() && taken == 0) {
                return inMemory();
            }
            spill();
            while (chunks.size() > FAN_IN) {
                mergeSome();
            }
            return new Merge(queue(chunks));
        } catch (IOException e) {
            throw failed("reading", e);
        }
    }

    private Iterator<List<ObjectEntry>> inMemory() {
        unsorted.sort(ORDER);
        List<ObjectEntry> entries = new ArrayList<>();
        for (ObjectEntry entry : unsorted) {
            if (entries.isEmpty() || ORDER.compare(entries.get(entries.size() - 1), entry) != 0) {
                entries.add(entry);
            }
        }
        List<List<ObjectEntry>> pages = new ArrayList<>();
        for (int i = 0; i < entries.size(); i += PAGE) {
            pages.add(entries.subList(i, Math.min(i + PAGE, entries.size())));
        }
        return pages.iterator();
    }

    private void spill() {
        unsorted.sort(ORDER);
        SortedChunk.Writer writer = new SortedChunk.Writer(space);
        try {
            for (ObjectEntry entry : unsorted) {
                writer.add(entry);
            }
            chunks.add(writer.chunk());
        } catch (IOException e) {
            throw abandoned(writer, e);
        }
        forget();
    }

    private void forget() {
        unsorted.clear();
        space.giveBack(taken);
        taken = 0;
        used = 0;
    }

    /** The first chunks become one, which is the last. */
    private void mergeSome() throws IOException {
        List<SortedChunk> some = new ArrayList<>();
        while (some.size() < FAN_IN) {
            some.add(chunks.remove());
        }
        SortedChunk.Writer writer = new SortedChunk.Writer(space);
        try {
            PriorityQueue<SortedChunk> queue = queue(some);
            while (!queue.isEmpty()) {
                writer.add(take(queue));
            }
            chunks.add(writer.chunk());
        } catch (IOException e) {
            chunks.addAll(some);
            throw abandoned(writer, e);
        }
    }

    private static PriorityQueue<SortedChunk> queue(Iterable<SortedChunk> chunks) throws IOException {
        PriorityQueue<SortedChunk> queue = new PriorityQueue<>(Comparator.comparing(SortedChunk::head, ORDER));
        for (SortedChunk chunk : chunks) {
            chunk.open();
            if (!chunk.isEmpty()) {
                queue.add(chunk);
            }
        }
        return queue;
    }

    private static ObjectEntry take(PriorityQueue<SortedChunk> queue) throws IOException {
        SortedChunk chunk = queue.remove();
        ObjectEntry entry = chunk.head();
        chunk.advance();
        if (!chunk.isEmpty()) {
            queue.add(chunk);
        }
        return entry;
    }

    /** What an entry takes in memory, about, in bytes. */
    private static long weight(ObjectEntry entry) {
        return 160L + 2L * entry.key().length() + entry.etag().value().length();
    }

    private static UncheckedIOException abandoned(SortedChunk.Writer writer, IOException why) {
        try {
            writer.abandon();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return failed("writing", why);
    }

    private static UncheckedIOException failed(String doing, IOException why) {
        return new UncheckedIOException(
                doing + " a sorted listing in the temporary directory: " + why.getMessage(), why);
    }

    @Override
    public void close() {
        forget();
        try {
            while (!chunks.isEmpty()) {
                chunks.remove().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("removing a sorted listing: " + e.getMessage(), e);
        }
    }

    /** All chunks as one, in pages. */
    private record Merge(PriorityQueue<SortedChunk> queue) implements Iterator<List<ObjectEntry>> {

        @Override
        public boolean hasNext() {
            return !queue.isEmpty();
        }

        @Override
        public List<ObjectEntry> next() {
            if (queue.isEmpty()) {
                throw new NoSuchElementException();
            }
            try {
                List<ObjectEntry> page = new ArrayList<>(PAGE);
                while (page.size() < PAGE && !queue.isEmpty()) {
                    ObjectEntry next = take(queue);
                    page.add(next);
                    while (!queue.isEmpty() && ORDER.compare(queue.element().head(), next) == 0) {
                        take(queue);
                    }
                }
                return page;
            } catch (IOException e) {
                throw failed("reading", e);
            }
        }
    }
}
