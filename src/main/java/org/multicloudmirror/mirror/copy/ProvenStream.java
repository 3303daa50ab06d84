package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * A body that is hashed as it passes and checked before its last byte is handed on: one that is not what its source's
 * ETag says ends short, and a store that received less than was announced keeps what it had.
 */
public final class ProvenStream extends InputStream {

    private final InputStream body;
    private final String what;
    private final long size;
    private final ETag expected;
    private final Run run;
    private final Md5 md5 = new Md5();
    private @Nullable ETag actual;
    private long passed;

    /**
     * @param what the source, for messages
     * @param size how many bytes were announced
     * @param expected their MD5; another tag asks for none
     */
    public ProvenStream(InputStream body, String what, long size, ETag expected, Run run) {
        this.body = body;
        this.what = what;
        this.size = size;
        this.expected = expected;
        this.run = run;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws TransientStoreException when the source breaks off
     * @throws CorruptCopyException instead of the last bytes, when they do not make the expected MD5
     * @throws InterruptedCopyException when the run gives its copies up
     */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (run.isAbandoned()) {
            throw new InterruptedCopyException();
        }
        int read = readBody(buffer, offset, length);
        if (read < 0) {
            if (passed < size) {
                throw new TransientStoreException(what + ": it ended after " + passed + " of " + size + " bytes");
            }
            return -1;
        }
        md5.update(buffer, offset, read);
        passed += read;
        run.progress().addBytes(read);
        if (read > 0 && passed >= size) {
            check();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private int readBody(byte[] buffer, int offset, int length) {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            throw new TransientStoreException(
                    what + ": it broke off after " + passed + " of " + size + " bytes: " + e.getMessage(), e);
        }
    }

    private void check() {
        if (passed > size) {
            throw new TransientStoreException(what + ": it has more than the announced " + size + " bytes");
        }
        ETag read = md5();
        if (expected.isMd5() && !read.sameContentAs(expected)) {
            throw new CorruptCopyException(what + ": the bytes read have MD5 " + read + ", its ETag says " + expected);
        }
    }

    /** The MD5 of what has passed; to be asked at the end only. */
    ETag md5() {
        ETag known = actual;
        if (known == null) {
            known = md5.tag();
            actual = known;
        }
        return known;
    }
}
