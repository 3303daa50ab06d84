package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.multicloudmirror.storage.TransientStoreException;

/** The bytes of one part as they come from the source: all of them, or an error. */
final class PartStream extends InputStream {

    private final InputStream body;
    private final String what;
    private final long length;
    private final LongConsumer progress;
    private final Runnable check;
    private long passed;

    /**
     * @param what the source, for messages
     * @param length how many bytes were asked for
     * @param check asked before each reading; throws when the part is given up
     */
    PartStream(InputStream body, String what, long length, LongConsumer progress, Runnable check) {
        this.body = body;
        this.what = what;
        this.length = length;
        this.progress = progress;
        this.check = check;
    }

    /** How many bytes have passed. */
    long passed() {
        return passed;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws TransientStoreException when the source breaks off
     */
    @Override
    public int read(byte[] buffer, int offset, int wanted) {
        check.run();
        int read;
        try {
            read = body.read(buffer, offset, wanted);
        } catch (IOException e) {
            throw new TransientStoreException(
                    what + ": it broke off after " + passed + " of " + length + " bytes: " + e.getMessage(), e);
        }
        if (read < 0) {
            if (passed < length) {
                throw new TransientStoreException(what + ": it ended after " + passed + " of " + length + " bytes");
            }
            return -1;
        }
        passed += read;
        progress.accept(read);
        return read;
    }
}
