package org.multicloudmirror.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer that may have so many bytes and no more. */
final class BoundedStream extends FilterInputStream {

    private final AnswerKind answer;
    private long left;

    BoundedStream(InputStream in, AnswerKind answer) {
        super(in);
        this.answer = answer;
        this.left = answer.most();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws IOException when the answer has more; it names the limit
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException(answer.tooLong());
        }
        return read;
    }
}
