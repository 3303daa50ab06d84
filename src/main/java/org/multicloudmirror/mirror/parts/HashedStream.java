package org.multicloudmirror.mirror.parts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part that is hashed as it passes. */
final class HashedStream extends FilterInputStream {

    private final PartTurn turn;

    HashedStream(InputStream part, PartTurn turn) {
        super(part);
        this.turn = turn;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int read = super.read(buffer, offset, wanted);
        if (read > 0) {
            turn.update(buffer, offset, read);
        }
        return read;
    }
}
