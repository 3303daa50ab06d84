package org.multicloudmirror.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that, closed early, drops its connection: the client's own stream would first read all that is left. */
final class ReplyStream extends FilterInputStream {

    private final HttpReply reply;

    ReplyStream(InputStream content, HttpReply reply) {
        super(content);
        this.reply = reply;
    }

    @Override
    public void close() throws IOException {
        reply.close();
    }
}
