package org.multicloudmirror.mirror.copy;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.multicloudmirror.storage.ETag;

/**
 * Where a body waits whose MD5 must be known before it is sent: small ones in memory, as long as there is some for all of
 * them, others in a file that goes when the body is closed.
 */
public final class Spool {

    private static final int BUFFER = 1 << 16;

    /**
     * A body that was read whole.
     *
     * @param size in bytes
     * @param etag the MD5 of its bytes
     */
    public record Held(InputStream body, long size, ETag etag) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private final Path directory;
    private final String prefix;
    private final SpoolMemory memory = new SpoolMemory();
    private final LongAdder onDisk = new LongAdder();

    /**
     * @param directory for the files; it exists
     * @param prefix of their names
     */
    public Spool(Path directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    /** In bytes, what is in files just now; they have no names. */
    public long onDisk() {
        return onDisk.sum();
    }

    /** The same for a body whose size is known, in bytes. */
    public Held hold(ProvenStream body, long size) {
        return hold(body, OptionalLong.of(size));
    }

    /**
     * Reads a body to its end; its MD5 is the one that it has made on the way.
     *
     * @throws UncheckedIOException when the file cannot be written; it names the directory
     */
    public Held hold(ProvenStream body, OptionalLong size) {
        try {
            if (size.isPresent() && memory.take(size.getAsLong())) {
                return new Held(memory.held(body, size.getAsLong()), size.getAsLong(), body.md5());
            }
            FileChannel file = FileChannel.open(newName(), CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
            try {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
                body.transferTo(out);
                out.flush();
                long length = file.size();
                InputStream held = Counted.of(Channels.newInputStream(file.position(0)), length, onDisk);
                return new Held(new BufferedInputStream(held, BUFFER), length, body.md5());
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "spooling to " + directory + " failed: " + e.getMessage() + "; set --tmpfile", e);
        }
    }

    /** A file that counts while it is open. */
    private static final class Counted extends FilterInputStream {

        private final AtomicLong length;
        private final LongAdder sum;

        static InputStream of(InputStream file, long length, LongAdder sum) {
            return new Counted(file, length, sum);
        }

        private Counted(InputStream file, long length, LongAdder sum) {
            super(file);
            this.length = new AtomicLong(length);
            this.sum = sum;
            sum.add(length);
        }

        @Override
        public void close() throws IOException {
            sum.add(-length.getAndSet(0));
            super.close();
        }
    }

    /** Where files can be unlinked while they are open, it is never seen: a process that is killed leaves none. */
    private Path newName() {
        return directory.resolve(prefix + UUID.randomUUID() + ".spool");
    }
}
