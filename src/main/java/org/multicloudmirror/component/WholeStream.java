package org.multicloudmirror.component;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.TransientStoreException;

/** A body that is whole or throws: it is counted and hashed as it passes, and checked before its last bytes are handed on. */
final class WholeStream extends InputStream {

    private final InputStream body;
    private final String what;
    private final OptionalLong size;
    private final ETag expected;
    private final Md5 md5 = new Md5();
    private long passed;
    private @Nullable ETag actual;

    /**
     * @param what for messages
     * @param size how many bytes it is to have; empty where nobody knows
     * @param expected their MD5; another tag expects none
     */
    WholeStream(InputStream body, String what, OptionalLong size, ETag expected) {
        this.body = body;
        this.what = what;
        this.size = size;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws TransientStoreException when it has fewer or more bytes than it is to have
     * @throws CorruptCopyException when they are others
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0 || actual != null) {
            return length == 0 ? 0 : -1;
        }
        int read = body.read(buffer, offset, length);
        if (read > 0) {
            md5.update(buffer, offset, read);
            passed += read;
        }
        if (read < 0 || passed >= size.orElse(Long.MAX_VALUE)) {
            end(read >= 0);
        }
        return read;
    }

    /**
     * The MD5 of its bytes, once all have passed.
     *
     * @throws TransientStoreException when there are more than it is to have
     */
    ETag md5() throws IOException {
        ETag known = actual;
        return known == null ? end(true) : known;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private ETag end(boolean mayGoOn) throws IOException {
        if (passed != size.orElse(passed) || (mayGoOn && size.isPresent() && body.read() >= 0)) {
            throw new TransientStoreException(
                    what + ": it " + (passed < size.getAsLong() ? "ended after " + passed + " of " : "has more than ")
                            + size.getAsLong() + " bytes");
        }
        ETag read = md5.tag();
        if (expected.isMd5() && !read.sameContentAs(expected)) {
            throw new CorruptCopyException(what + ": the bytes read have MD5 " + read + ", its ETag says " + expected);
        }
        actual = read;
        return read;
    }
}
