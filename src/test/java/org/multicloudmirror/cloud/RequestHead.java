package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines before a request's body. */
final class RequestHead {

    private RequestHead() {}

    /** The lines of the next request; empty when the client has hung up. */
    static Optional<String> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int read = in.read();
            if (read < 0) {
                return Optional.empty();
            }
            bytes.write(read);
            matched = read == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : read == '\r' ? 1 : 0;
        }
        return Optional.of(bytes.toString(ISO_8859_1));
    }

    /** Method, target, version. */
    static String[] first(String head) {
        return head.substring(0, head.indexOf("\r\n")).split(" ", -1);
    }

    static Fields fields(String head) {
        Fields fields = Fields.NONE;
        String[] lines = head.split("\r\n", -1);
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            fields = fields.and(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        return fields;
    }
}
