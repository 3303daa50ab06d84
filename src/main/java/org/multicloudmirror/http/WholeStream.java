package org.multicloudmirror.http;

import java.io.FilterInputStream;
import java.io.IOException;

/** A request body that ends early: the client itself would send less than it announced and wait for an answer. */
final class WholeStream extends FilterInputStream {

    private final long length;
    private long passed;

    WholeStream(HttpBody body) {
        super(body.stream());
        this.length = body.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        if (read < 0 && passed < length) {
            throw new IOException("the body ended after " + passed + " of " + length + " bytes");
        }
        passed += Math.max(0, read);
        return read;
    }
}
