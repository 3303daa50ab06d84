package org.multicloudmirror.mirror.copy;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * A body that is hashed as it passes and checked before its last byte is handed on: one that is not what its source's
 * ETag says ends short, and a store that received less than was announced keeps what it had.
 */
public final class ProvenStream extends InputStream {

    /** What to look for when bytes are not those of their object. */
    public static final String CHANGED_ON_THE_WAY =
            "; look for a proxy or a service that changes or unpacks what passes";

    /** What has the MD5 of its bytes for a tag was sent in one piece. */
    private static final long LONGEST_UNANNOUNCED = Transfer.SERVER_LIMIT;

    private final InputStream body;
    private final String what;
    private final OptionalLong size;
    private final ETag expected;
    private final CopyRun run;
    private final LongConsumer progress;
    private final Md5 md5 = new Md5();
    private @Nullable ETag actual;
    private long passed;

    /**
     * @param what the source, for messages
     * @param size how many bytes were announced; empty where nobody knows, so that the MD5 is compared at the end only
     * @param expected their MD5; another tag asks for none
     * @param progress is told of the bytes that pass
     */
    public ProvenStream(
            InputStream body, String what, OptionalLong size, ETag expected, CopyRun run, LongConsumer progress) {
        this.body = body;
        this.what = what;
        this.size = size;
        this.expected = expected;
        this.run = run;
        this.progress = progress;
    }

    /** One that is no object on its way. */
    public ProvenStream(InputStream body, String what, OptionalLong size, ETag expected, CopyRun run) {
        this(body, what, size, expected, run, run::addBytes);
    }

    /** The same whose length is known, in bytes. */
    public ProvenStream(InputStream body, String what, long size, ETag expected, CopyRun run) {
        this(body, what, OptionalLong.of(size), expected, run);
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
            if (passed < size.orElse(0)) {
                throw new TransientStoreException(what + ": it ended after " + passed + of() + " bytes");
            }
            checkUnannounced();
            return -1;
        }
        md5.update(buffer, offset, read);
        passed += read;
        if (size.isEmpty() && passed > LONGEST_UNANNOUNCED) {
            throw new TransientStoreException(what + ": its length is unknown, and it is longer than 5 GiB");
        }
        progress.accept(read);
        if (read > 0 && size.isPresent() && passed >= size.getAsLong()) {
            check(size.getAsLong());
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    /**
     * Checks a body that is announced as empty, of which nobody will read; one with another length is checked at its end.
     *
     * @throws CorruptCopyException when it should have bytes; the body is closed then
     */
    public void checkEmpty() {
        if (size.isEmpty() || size.getAsLong() > 0) {
            return;
        }
        try {
            check(0);
        } catch (CorruptCopyException e) {
            try {
                close();
            } catch (IOException unclosed) {
                e.addSuppressed(unclosed);
            }
            throw e;
        }
    }

    private int readBody(byte[] buffer, int offset, int length) {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            throw new TransientStoreException(
                    what + ": it broke off after " + passed + of() + " bytes: " + e.getMessage(), e);
        }
    }

    private String of() {
        return size.isPresent() ? " of " + size.getAsLong() : "";
    }

    private void checkUnannounced() {
        if (size.isEmpty()) {
            check(passed);
        }
    }

    private void check(long announced) {
        if (passed > announced) {
            throw new TransientStoreException(what + ": it has more than the announced " + announced + " bytes");
        }
        ETag read = md5();
        if (expected.isMd5() && !read.sameContentAs(expected)) {
            throw new CorruptCopyException(
                    what + ": the bytes read have MD5 " + read + ", its ETag says " + expected + CHANGED_ON_THE_WAY);
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
