package org.multicloudmirror.mirror.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * A listing put in order on disk: sorted chunks in temporary files, merged as they are read. Memory is one chunk
 * while it is written and one entry a chunk afterwards. Of equal keys one entry stays.
 */
final class DiskSort implements AutoCloseable {

    private static final Comparator<ObjectEntry> ORDER = Comparator.comparing(ObjectEntry::key, Keys.ORDER);
    private static final int PAGE = 1000;

    private final int chunkSize;
    private final List<SortedChunk> chunks = new ArrayList<>();
    private final List<ObjectEntry> unsorted = new ArrayList<>();

    /**
     * @param chunkSize how many entries are sorted in memory at a time
     */
    DiskSort(int chunkSize) {
        this.chunkSize = chunkSize;
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
        if (unsorted.size() >= chunkSize) {
            writeChunk();
        }
    }

    /**
     * What was added, in UTF-8 byte order.
     *
     * @throws UncheckedIOException when the temporary directory cannot be written
     */
    Iterator<List<ObjectEntry>> pages() {
        writeChunk();
        PriorityQueue<SortedChunk> queue = new PriorityQueue<>(Comparator.comparing(SortedChunk::head, ORDER));
        chunks.stream().filter(chunk -> !chunk.isEmpty()).forEach(queue::add);
        return new Merge(queue);
    }

    private void writeChunk() {
        try {
            unsorted.sort(ORDER);
            chunks.add(SortedChunk.of(unsorted));
            unsorted.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("sorting a listing in the temporary directory: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        for (SortedChunk chunk : chunks) {
            try {
                chunk.close();
            } catch (IOException e) {
                throw new UncheckedIOException("removing a sorted listing: " + e.getMessage(), e);
            }
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
                    ObjectEntry next = take();
                    page.add(next);
                    while (!queue.isEmpty() && ORDER.compare(queue.element().head(), next) == 0) {
                        take();
                    }
                }
                return page;
            } catch (IOException e) {
                throw new UncheckedIOException("reading a sorted listing: " + e.getMessage(), e);
            }
        }

        private ObjectEntry take() throws IOException {
            SortedChunk chunk = queue.remove();
            ObjectEntry entry = chunk.head();
            chunk.advance();
            if (!chunk.isEmpty()) {
                queue.add(chunk);
            }
            return entry;
        }
    }
}
