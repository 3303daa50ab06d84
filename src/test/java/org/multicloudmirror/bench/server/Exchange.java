package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A request whose body, if it has one, is still to be read. */
final class Exchange {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

    private final Wire wire;
    private final Request request;
    private final Conditions conditions;
    private boolean isRead;

    Exchange(Wire wire, Request request, Conditions conditions) {
        this.wire = wire;
        this.request = request;
        this.conditions = conditions;
    }

    Request request() {
        return request;
    }

    /** Takes the body as an object's bytes. */
    Recognition body() throws IOException {
        Recognition recognition = new Recognition();
        read(recognition::add);
        return recognition;
    }

    /** Takes the body as a text. */
    byte[] text() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        read(bytes -> {
            byte[] some = new byte[bytes.remaining()];
            bytes.get(some);
            text.writeBytes(some);
        });
        return text.toByteArray();
    }

    /** Sends the answer. */
    void answer(Reply reply) throws IOException {
        if (!isRead) {
            read(bytes -> {});
        }
        conditions.delay();
        wire.send(ISO_8859_1.encode(reply.head()));
        if (!request.method().equals("HEAD")) {
            if (reply.variant() == StoredObject.NO_VARIANT) {
                wire.send(reply.text());
            } else {
                wire.send(reply.variant(), reply.offset(), reply.length(), conditions);
            }
        }
        wire.flush();
    }

    private void read(Consumer<ByteBuffer> to) throws IOException {
        isRead = true;
        if (request.header("expect").equalsIgnoreCase("100-continue")) {
            wire.send(ByteBuffer.wrap(CONTINUE));
            wire.flush();
        }
        wire.receive(request.contentLength(), conditions, to);
    }
}
