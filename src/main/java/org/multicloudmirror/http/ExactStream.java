package org.multicloudmirror.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of a length that its reply does not announce: whether it has ended is told by its bytes alone. */
final class ExactStream extends FilterInputStream {

    private final long length;
    private long passed;

    /**
     * @param length in bytes
     */
    ExactStream(InputStream body, long length) {
        super(body);
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws IOException when the body has less or more
     */
    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int read = in.read(buffer, offset, wanted);
        if (read < 0 && passed < length) {
            throw new IOException("the body ended after " + passed + " of " + length + " bytes");
        }
        passed += Math.max(0, read);
        if (passed > length) {
            throw new IOException("the body has more than " + length + " bytes");
        }
        return read;
    }
}
