package org.multicloudmirror.component;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.OptionalLong;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;

/**
 * A body whose size and MD5 are known before it is sent.
 *
 * @param body from its beginning
 * @param size in bytes
 * @param md5 of its bytes
 */
record SpooledBody(InputStream body, long size, ETag md5) {

    /** Up to so many bytes stay in memory. */
    private static final int SMALL = 256 << 10;

    static SpooledBody of(byte[] bytes) {
        return new SpooledBody(new ByteArrayInputStream(bytes), bytes.length, Md5.of(bytes));
    }

    /** Reads a stream to its end, into a temporary file where it is large; that goes when the body is closed. */
    static SpooledBody of(InputStream stream, String what, ETag expected) throws IOException {
        try (WholeStream whole = new WholeStream(stream, what, OptionalLong.empty(), expected)) {
            byte[] first = whole.readNBytes(SMALL);
            if (first.length < SMALL) {
                return new SpooledBody(new ByteArrayInputStream(first), first.length, whole.md5());
            }
            FileChannel file = FileChannel.open(
                    Files.createTempFile("multi-cloud-mirror-", ".spool"), READ, WRITE, DELETE_ON_CLOSE);
            try {
                OutputStream out = Channels.newOutputStream(file);
                out.write(first);
                whole.transferTo(out);
                return new SpooledBody(Channels.newInputStream(file.position(0)), file.size(), whole.md5());
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }
    }
}
