package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;

/** Writes an answer (RFC 9112). */
final class ReplyWriter {

    private static final int CHUNK = 4096;

    private ReplyWriter() {}

    /** Whether the connection goes on behind it. */
    static boolean write(Reply reply, String method, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to);
        Reply.Wire wire = reply.wire();
        if (wire != null) {
            wire.write(to);
            to.flush();
            return false;
        }
        boolean hasBody = !method.equals("HEAD") && reply.status() != 204 && reply.status() != 304;
        out.write(head(reply).getBytes(ISO_8859_1));
        if (hasBody && reply.framing() == Reply.Framing.CHUNKED) {
            chunks(reply.body(), out);
        } else if (hasBody) {
            out.write(reply.body());
        }
        out.flush();
        boolean isEndless = reply.framing() == Reply.Framing.CLOSE || reply.framing() == Reply.Framing.HTTP_1_0;
        return !isEndless && reply.headers().first("Connection").isEmpty();
    }

    private static String head(Reply reply) {
        StringBuilder head = new StringBuilder(reply.framing() == Reply.Framing.HTTP_1_0 ? "HTTP/1.0 " : "HTTP/1.1 ");
        head.append(reply.status()).append(" Scripted\r\n");
        Fields fields = reply.headers();
        if (!fields.has("Date")) {
            fields = fields.with("Date", HttpTime.of(Instant.now()));
        }
        if (reply.framing() == Reply.Framing.CHUNKED) {
            fields = fields.with("Transfer-Encoding", "chunked");
        } else if (reply.framing() == Reply.Framing.LENGTH && reply.status() != 204 && !fields.has("Content-Length")) {
            fields = fields.with("Content-Length", Integer.toString(reply.body().length));
        } else if (reply.framing() == Reply.Framing.CLOSE) {
            fields = fields.with("Connection", "close");
        }
        for (Map.Entry<String, String> field : fields.lines()) {
            head.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static void chunks(byte[] body, OutputStream out) throws IOException {
        for (int at = 0; at < body.length; at += CHUNK) {
            int length = Math.min(CHUNK, body.length - at);
            out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            out.write(body, at, length);
            out.write("\r\n".getBytes(ISO_8859_1));
        }
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }
}
