package org.multicloudmirror.mirror.list;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * A listing put in order on disk: sorted chunks in temporary files, merged as they are read. Memory is one chunk
 * while it is written and one entry a chunk afterwards. Of equal keys the last listed stays.
 */
final class DiskSort implements AutoCloseable {

    private static final Comparator<ObjectEntry> ORDER = Comparator.comparing(ObjectEntry::key, Keys.ORDER);
    private static final int PAGE = 1000;

    private final int chunkSize;
    private final List<Path> chunks = new ArrayList<>();
    private final List<ChunkReader> readers = new ArrayList<>();

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
        try {
            List<ObjectEntry> chunk = new ArrayList<>();
            while (pages.hasNext()) {
                chunk.addAll(pages.next());
                if (chunk.size() >= chunkSize) {
                    write(chunk);
                    chunk.clear();
                }
            }
            write(chunk);
            PriorityQueue<ChunkReader> queue =
                    new PriorityQueue<>(Comparator.comparing((ChunkReader reader) -> reader.head(), ORDER)
                            .thenComparing(reader -> reader.index, Comparator.reverseOrder()));
            for (int i = 0; i < chunks.size(); i++) {
                ChunkReader reader = new ChunkReader(chunks.get(i), i);
                readers.add(reader);
                if (reader.head != null) {
                    queue.add(reader);
                }
            }
            return new Merge(queue);
        } catch (IOException e) {
            throw new UncheckedIOException("sorting a listing in the temporary directory: " + e.getMessage(), e);
        }
    }

    private void write(List<ObjectEntry> chunk) throws IOException {
        chunk.sort(ORDER);
        Path file = Files.createTempFile("multi-cloud-mirror-listing-", ".tmp");
        chunks.add(file);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < chunk.size(); i++) {
                boolean isLastOfKey = i + 1 == chunk.size() || ORDER.compare(chunk.get(i), chunk.get(i + 1)) != 0;
                if (isLastOfKey) {
                    write(out, chunk.get(i));
                }
            }
        }
    }

    private static void write(DataOutputStream out, ObjectEntry entry) throws IOException {
        byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
        out.writeInt(key.length);
        out.write(key);
        out.writeLong(entry.size());
        out.writeUTF(entry.etag().value());
        out.writeBoolean(entry.etag().isMd5());
        out.writeUTF(entry.lastModified().toString());
        out.writeBoolean(entry.maybeManifest());
    }

    @Override
    public void close() {
        for (ChunkReader reader : readers) {
            reader.close();
        }
        for (Path chunk : chunks) {
            try {
                Files.deleteIfExists(chunk);
            } catch (IOException e) {
                throw new UncheckedIOException("removing " + chunk, e);
            }
        }
    }

    /** One chunk and its first unread entry. */
    private static final class ChunkReader {

        private final DataInputStream in;
        private final int index;
        private @Nullable ObjectEntry head;

        ChunkReader(Path file, int index) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            this.index = index;
            advance();
        }

        ObjectEntry head() {
            if (head == null) {
                throw new NoSuchElementException();
            }
            return head;
        }

        void advance() throws IOException {
            try {
                byte[] key = in.readNBytes(in.readInt());
                head = new ObjectEntry(
                        new String(key, StandardCharsets.UTF_8),
                        in.readLong(),
                        new ETag(in.readUTF(), in.readBoolean()),
                        Instant.parse(in.readUTF()),
                        in.readBoolean());
            } catch (EOFException e) {
                head = null;
            }
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All chunks as one. */
    private static final class Merge implements Iterator<List<ObjectEntry>> {

        private final PriorityQueue<ChunkReader> queue;

        Merge(PriorityQueue<ChunkReader> queue) {
            this.queue = queue;
        }

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
            ChunkReader reader = queue.remove();
            ObjectEntry entry = reader.head();
            reader.advance();
            if (reader.head != null) {
                queue.add(reader);
            }
            return entry;
        }
    }
}
