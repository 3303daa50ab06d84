package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import org.multicloudmirror.storage.ETag;

/**
 * A part in memory: it is sent while it is read, and what was read need not be read again when it must be sent again.
 * For one thread at a time.
 */
final class HeldPart {

    private final byte[] buffer;
    private final int length;
    private int held;

    /**
     * @param buffer for at least {@code length} bytes; all of it is this part's
     * @param length of the part, in bytes
     */
    HeldPart(byte[] buffer, int length) {
        this.buffer = buffer;
        this.length = length;
    }

    /** How many bytes have been read. */
    int held() {
        return held;
    }

    /** Whether all have been read. */
    boolean isWhole() {
        return held == length;
    }

    /** Reads what is left. */
    void fill(InputStream rest) throws IOException {
        while (!isWhole()) {
            readOn(rest, length);
        }
    }

    /**
     * The part from its beginning.
     *
     * @param rest where it goes on behind what is held
     */
    InputStream from(InputStream rest) {
        return new Body(rest);
    }

    /** The MD5 of the whole part, for whose turn it is. */
    ETag md5(PartTurn turn) {
        turn.update(buffer, 0, length);
        return turn.md5();
    }

    private void readOn(InputStream rest, int most) throws IOException {
        int read = rest.read(buffer, held, Math.min(most, length - held));
        if (read < 0) {
            throw new IOException("the part has " + held + " bytes instead of " + length);
        }
        held += read;
    }

    private final class Body extends InputStream {

        private final InputStream rest;
        private int passed;

        Body(InputStream rest) {
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            if (passed == length) {
                return -1;
            }
            if (passed == held) {
                readOn(rest, wanted);
            }
            int read = Math.min(wanted, held - passed);
            System.arraycopy(buffer, passed, target, offset, read);
            passed += read;
            return read;
        }
    }
}
