package org.multicloudmirror.storage;

import java.io.IOException;
import java.io.InputStream;

/** A body that is read no faster than the bandwidth allows. A limit that is lifted meanwhile holds it back no more. */
final class LimitedStream extends InputStream {

    private final InputStream body;
    private final RateLimiter bandwidth;

    LimitedStream(InputStream body, RateLimiter bandwidth) {
        this.body = body;
        this.bandwidth = bandwidth;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        // asked for ahead, since what the other side has sent cannot be held back any more
        int allowed = Math.toIntExact(bandwidth.take(wanted));
        int read = body.read(buffer, offset, allowed);
        bandwidth.giveBack(allowed - Math.max(0, read));
        return read;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
