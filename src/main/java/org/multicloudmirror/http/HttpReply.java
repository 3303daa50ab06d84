package org.multicloudmirror.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** A reply whose body is still on the wire. It must be closed; unread bytes are given up with their connection. */
public final class HttpReply implements AutoCloseable {

    private static final int ERROR_TEXT_LIMIT = 16 * 1024;

    private final CancellableRequest request;
    private final ClassicHttpResponse response;
    private @Nullable InputStream body;
    private @Nullable String errorText;

    HttpReply(CancellableRequest request, ClassicHttpResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The status code. */
    public int status() {
        return response.getCode();
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status() / 100 == 2;
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    /** A header's value as the date that it is (RFC 9110, section 5.6.7); empty when it is none. */
    public Optional<Instant> date(String name) {
        return header(name).flatMap(HttpDate::parse);
    }

    /** The headers whose names start with a prefix, without it, names in lower case; equal names joined by a comma. */
    public Map<String, String> headersWithPrefix(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            if (header.getName().regionMatches(true, 0, prefix, 0, prefix.length())) {
                String name = header.getName().substring(prefix.length()).toLowerCase(Locale.ROOT);
                String value = header.getValue() == null ? "" : header.getValue();
                found.merge(name, value, (a, b) -> a + "," + b);
            }
        }
        return found;
    }

    /** The length that the reply announces, in bytes, or 0 when it announces none. */
    public long contentLength() {
        return header("Content-Length").map(Long::parseLong).orElse(0L);
    }

    /**
     * The body as it is on the wire, the same stream at each call. A body that ends before its announced length throws.
     * Closing it closes this.
     */
    public InputStream body() throws IOException {
        InputStream current = body;
        if (current == null) {
            HttpEntity entity = response.getEntity();
            current = entity == null
                    ? InputStream.nullInputStream()
                    : new ReplyStream(entity.getContent(), this, entity.getContentLength());
            body = current;
        }
        return current;
    }

    /** The beginning of the body as text, for an error message, the same at each call; at most 16 KiB. */
    public String errorText() throws IOException {
        String text = errorText;
        if (text == null) {
            text = new String(body().readNBytes(ERROR_TEXT_LIMIT), StandardCharsets.UTF_8);
            errorText = text;
        }
        return text;
    }

    /** Reads a short body to its end, so that its connection can serve the next request. */
    public void drain() throws IOException {
        body().readNBytes(ERROR_TEXT_LIMIT);
    }

    @Override
    public void close() {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // the connection is gone already, and with it what was left on it
        }
    }
}
