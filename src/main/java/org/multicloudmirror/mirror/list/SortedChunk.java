package org.multicloudmirror.mirror.list;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.list.SortSpace.Spilled;
import org.multicloudmirror.storage.EntryForm;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * Entries on disk in blocks, in the order that they were written in, read one at a time, once: a block is dropped when it
 * is read. For one thread.
 */
final class SortedChunk implements AutoCloseable {

    /** How much is written, and read, at a time. */
    private static final int BLOCK = 1 << 14;

    private final SortSpace space;
    private final Deque<Spilled> blocks;
    private DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[0]));
    private @Nullable ObjectEntry head;

    private SortedChunk(SortSpace space, Deque<Spilled> blocks) {
        this.space = space;
        this.blocks = blocks;
    }

    /** The first unread entry; {@link #open} comes before. */
    ObjectEntry head() {
        if (head == null) {
            throw new NoSuchElementException();
        }
        return head;
    }

    /** Whether all entries are read. */
    boolean isEmpty() {
        return head == null;
    }

    /** Begins to read. */
    void open() throws IOException {
        advance();
    }

    /** Goes on to the next. */
    void advance() throws IOException {
        if (in.available() == 0 && !blocks.isEmpty()) {
            in = new DataInputStream(new ByteArrayInputStream(blocks.element().read()));
            space.drop(blocks.remove());
        }
        if (in.available() == 0) {
            head = null;
            return;
        }
        head = EntryForm.read(in);
    }

    /** Gives back what was not read. */
    @Override
    public void close() throws IOException {
        while (!blocks.isEmpty()) {
            space.drop(blocks.remove());
        }
    }

    /** Writes a chunk. */
    static final class Writer {

        private final SortSpace space;
        private final Deque<Spilled> blocks = new ArrayDeque<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Writer(SortSpace space) {
            this.space = space;
        }

        void add(ObjectEntry entry) throws IOException {
            EntryForm.write(out, entry);
            if (bytes.size() >= BLOCK) {
                flush();
            }
        }

        /** What was written so far; after a failure it is for closing alone. */
        SortedChunk chunk() throws IOException {
            if (bytes.size() > 0) {
                flush();
            }
            return new SortedChunk(space, blocks);
        }

        /** Gives back what was written. */
        void abandon() throws IOException {
            new SortedChunk(space, blocks).close();
        }

        private void flush() throws IOException {
            blocks.add(space.write(ByteBuffer.wrap(bytes.toByteArray())));
            bytes.reset();
        }
    }
}
