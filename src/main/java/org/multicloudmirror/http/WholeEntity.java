package org.multicloudmirror.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A request body that is sent whole or fails: the client's own entity would send less than it announced and wait for an
 * answer. It also moves 4 KiB at a time.
 */
final class WholeEntity extends AbstractHttpEntity {

    /** What the JDK's sockets take in one call; more than the connection's buffer, and so not copied through it. */
    private static final int MOST_AT_A_TIME = 128 * 1024;

    private final HttpBody body;

    WholeEntity(HttpBody body) {
        super((String) null, null);
        this.body = body;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        long length = body.length();
        byte[] buffer = new byte[(int) Math.min(length, MOST_AT_A_TIME)];
        for (long passed = 0; passed < length; ) {
            int read = body.stream().read(buffer, 0, (int) Math.min(buffer.length, length - passed));
            if (read < 0) {
                throw new IOException("the body ended after " + passed + " of " + length + " bytes");
            }
            out.write(buffer, 0, read);
            passed += read;
        }
    }

    @Override
    public InputStream getContent() {
        return body.stream();
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    /** Whose stream it is closes it. */
    @Override
    public void close() {}
}
