package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** The requests of one connection, one after another. */
final class Connection {

    private final Service service;
    private final InputStream in;
    private final OutputStream out;
    private final Socket socket;

    Connection(Service service, Socket socket) throws IOException {
        this.service = service;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException {
        Optional<String> head = RequestHead.read(in);
        boolean goesOn = head.isPresent();
        while (goesOn) {
            goesOn = serve(call(head.get()));
            head = goesOn ? RequestHead.read(in) : Optional.empty();
            goesOn = head.isPresent();
        }
    }

    private Call call(String head) throws IOException {
        String[] first = RequestHead.first(head);
        Fields headers = RequestHead.fields(head);
        Call.Body body = new RequestBody(in, headers);
        if (headers.first("Expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        return Call.of(service, first[0], first[1], headers, body);
    }

    private boolean serve(Call came) throws IOException {
        Call call = service.cloud().seen(came);
        Recorded recorded = service.cloud().record(call);
        Reply reply = service.cloud().answer(call);
        boolean closes =
                reply.wire() != null || reply.headers().first("Connection").isPresent();
        if (!closes) {
            call.body().skip(Long.MAX_VALUE);
        }
        recorded.answered(reply.status());
        if (reply.framing() == Reply.Framing.RESET) {
            socket.setSoLinger(true, 0);
            return false;
        }
        boolean goesOn = ReplyWriter.write(reply, call.method(), out);
        if (!goesOn) {
            end(call);
        }
        return goesOn;
    }

    /** A reset would take the answer away from a client that is still sending. */
    private void end(Call call) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(2000);
        call.body().skip(1 << 22);
    }
}
