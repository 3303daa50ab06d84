package org.multicloudmirror.mirror.copy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.multicloudmirror.storage.ETag;

/**
 * Where a body waits whose MD5 must be known before it is sent: small ones in memory, others in a file that goes when
 * the body is closed.
 */
public final class Spool {

    /** Up to this size, in bytes, memory is cheaper than a file. */
    private static final long IN_MEMORY = 1 << 20;

    /** A body that was read whole, and the MD5 of its bytes. */
    record Held(InputStream body, ETag etag) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private final Path directory;
    private final String prefix;

    /**
     * @param directory for the files; it exists
     * @param prefix of their names
     */
    public Spool(Path directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    /**
     * Reads a body to its end.
     *
     * @throws UncheckedIOException when the file cannot be written; it names the directory
     */
    Held hold(InputStream body, long size) {
        MessageDigest md5 = ProvenStream.newMd5();
        try {
            if (size <= IN_MEMORY) {
                byte[] bytes = body.readAllBytes();
                return new Held(new ByteArrayInputStream(bytes), ETag.ofMd5(md5.digest(bytes)));
            }
            Path file = Files.createTempFile(directory, prefix, ".spool");
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), md5)) {
                body.transferTo(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return new Held(new SpoolFile(file), ETag.ofMd5(md5.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "spooling to " + directory + " failed: " + e.getMessage() + "; set --tmpfile", e);
        }
    }

    /** A file that is gone when it is closed. */
    private static final class SpoolFile extends FilterInputStream {

        private final Path file;

        SpoolFile(Path file) throws IOException {
            super(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            this.file = file;
        }

        @Override
        public void close() throws IOException {
            super.close();
            Files.deleteIfExists(file);
        }
    }
}
