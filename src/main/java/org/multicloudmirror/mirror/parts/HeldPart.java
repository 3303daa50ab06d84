package org.multicloudmirror.mirror.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;

/**
 * A part in memory: it is sent while it is read, and what was read need not be read again when it must be sent again.
 * For one thread at a time.
 */
final class HeldPart {

    private final byte[] buffer;
    private final int length;
    private int held;
    private @Nullable ETag md5;

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

    /** Whether some have been read. */
    boolean isBegun() {
        return held > 0;
    }

    /** Reads what is left. */
    HeldPart fill(InputStream rest) throws IOException {
        while (!isWhole()) {
            readOn(rest, length);
        }
        return this;
    }

    /**
     * The part from its beginning.
     *
     * @param rest where it goes on behind what is held
     */
    InputStream from(InputStream rest) {
        return new Body(rest);
    }

    /**
     * The MD5 of the whole part.
     *
     * @param turn waits for the part's turn to be hashed; asked once
     */
    ETag md5(Supplier<PartTurn> turn) {
        ETag known = md5;
        if (known == null) {
            PartTurn own = turn.get();
            own.update(buffer, 0, length);
            known = own.md5();
            own.leave(known);
            md5 = known;
        }
        return known;
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
