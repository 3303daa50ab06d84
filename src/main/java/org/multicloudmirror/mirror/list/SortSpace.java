package org.multicloudmirror.mirror.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory and disk that all sorting of the process shares, however many ranges and runs there are: so many bytes of entries,
 * and as many open files as there are gigabytes in use. For many threads.
 */
class SortSpace {

    /** What all sorts may keep in memory together, beside the little that each has of its own. */
    private static final long MEMORY = 16L << 20;

    /** How much a sort has without asking: there may be hundreds. */
    private static final long OWN = 16L << 10;

    /** How large a file grows before the next is begun: only a file that nobody uses any more is given back. */
    private static final long FILE = 1L << 30;

    private final Path directory;
    private final long own;
    private final AtomicLong free;
    private final List<SpillFile> files = new ArrayList<>();

    SortSpace() {
        this(Path.of(System.getProperty("java.io.tmpdir")), MEMORY, OWN);
    }

    /**
     * @param directory for files
     * @param memory in bytes, for all sorts
     * @param own in bytes, for each
     */
    SortSpace(Path directory, long memory, long own) {
        this.directory = directory;
        this.own = own;
        this.free = new AtomicLong(memory);
    }

    /** How much a sort may have in memory, in bytes, without asking. */
    long own() {
        return own;
    }

    /** Takes memory; false when there is not so much left. */
    boolean take(long bytes) {
        return free.getAndUpdate(left -> left < bytes ? left : left - bytes) >= bytes;
    }

    /** Gives memory back. */
    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    /**
     * Writes bytes to a file, which is there until they are dropped.
     *
     * @throws IOException when the directory cannot be written
     */
    synchronized Spilled write(ByteBuffer bytes) throws IOException {
        SpillFile last = files.isEmpty() ? null : files.get(files.size() - 1);
        if (last == null || last.size() > FILE) {
            last = SpillFile.in(directory);
            files.add(last);
        }
        return last.append(bytes);
    }

    /** Some bytes are not needed any more. */
    synchronized void drop(Spilled spilled) throws IOException {
        if (spilled.file().release()) {
            files.remove(spilled.file());
        }
    }

    /** How many files are open. */
    synchronized int files() {
        return files.size();
    }

    /**
     * Bytes on disk.
     *
     * @param offset where they begin
     * @param length how many they are
     */
    record Spilled(SpillFile file, long offset, int length) {

        /**
         * Reads them.
         *
         * @throws IOException when they cannot be read
         */
        byte[] read() throws IOException {
            return file.read(offset, length);
        }
    }
}
