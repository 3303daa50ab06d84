package org.multicloudmirror.mirror.copy;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
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

    /**
     * @param directory for the files; it exists
     * @param prefix of their names
     */
    public Spool(Path directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
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
                InputStream held = Channels.newInputStream(file.position(0));
                return new Held(new BufferedInputStream(held, BUFFER), file.size(), body.md5());
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "spooling to " + directory + " failed: " + e.getMessage() + "; set --tmpfile", e);
        }
    }

    /** Where files can be unlinked while they are open, it is never seen: a process that is killed leaves none. */
    private Path newName() {
        return directory.resolve(prefix + UUID.randomUUID() + ".spool");
    }
}
