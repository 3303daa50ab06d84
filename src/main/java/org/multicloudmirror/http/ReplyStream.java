package org.multicloudmirror.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that gives its connection back when it was read to its announced end, and drops it when it was not: the
 * client's own stream would first read all that is left.
 */
final class ReplyStream extends FilterInputStream {

    private final HttpReply reply;
    private long left;

    /**
     * @param length as announced, in bytes, or a negative number when it was not
     */
    ReplyStream(InputStream content, HttpReply reply, long length) {
        super(content);
        this.reply = reply;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws IOException when the body breaks off; it says how in words
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new IOException(HttpFailure.words(e), e);
        }
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        // who read exactly what was announced has not met the end, and it is the end that frees the connection
        if (left == 0 && in.read() >= 0) {
            throw new IOException("the body goes on behind its announced end");
        }
        reply.close();
    }
}
