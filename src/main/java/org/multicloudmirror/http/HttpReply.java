package org.multicloudmirror.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reply whose body is still on the wire. It must be closed; unread bytes are given up with their connection. */
public final class HttpReply implements AutoCloseable {

    private static final int ERROR_TEXT_LIMIT = 16 * 1024;
    private static final int TEXT_BUFFER = 8 * 1024;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Logger LOG = LoggerFactory.getLogger(HttpReply.class);

    private final CancellableRequest request;
    private final ClassicHttpResponse response;
    private final @Nullable WatchedConnection connection;
    private @Nullable InputStream body;
    private @Nullable String errorText;

    /**
     * @param connection that it comes over; null where a proxy answers
     */
    HttpReply(CancellableRequest request, ClassicHttpResponse response, @Nullable WatchedConnection connection) {
        this.request = request;
        this.response = response;
        this.connection = connection;
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
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(header -> HeaderText.of(String.valueOf(header.getValue())));
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
                String name = HeaderText.of(header.getName().substring(prefix.length()))
                        .toLowerCase(Locale.ROOT);
                String value = header.getValue() == null ? "" : HeaderText.of(header.getValue());
                found.merge(name, value, (a, b) -> a + "," + b);
            }
        }
        return found;
    }

    /**
     * The length that the reply announces, in bytes; empty when it announces none, as with a body in chunks (RFC 9112,
     * section 6.3) or one that ends with its connection.
     */
    public OptionalLong contentLength() {
        return header("Transfer-Encoding").isPresent() ? OptionalLong.empty() : number(header("Content-Length"));
    }

    /** The length of the whole that {@code Content-Range} tells a part of (RFC 9110, section 14.4). */
    public OptionalLong completeLength() {
        return number(header("Content-Range")
                .filter(range -> range.startsWith("bytes "))
                .map(range -> range.substring(range.lastIndexOf('/') + 1)));
    }

    private static OptionalLong number(Optional<String> text) {
        return text.map(String::strip)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(digits -> OptionalLong.of(Long.parseLong(digits)))
                .orElse(OptionalLong.empty());
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

    /**
     * The same where its length is known though the reply does not announce it: a body that has less or more throws.
     *
     * @param length in bytes
     */
    public InputStream body(long length) throws IOException {
        return contentLength().isPresent() ? body() : new ExactStream(body(), length);
    }

    /**
     * The body as something to be read into memory: unpacked where it comes packed though that was not asked for, of a
     * limited length, and in a limited time.
     *
     * @throws IOException from it, too, when the limit is reached; it says which
     */
    public InputStream answer(AnswerKind kind) throws IOException {
        hurry();
        String packed = header("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return new BoundedStream(Unpacked.of(body(), packed, kind), kind);
    }

    /** Only until the body is opened: read to its end, its connection is another request's. */
    private void hurry() {
        WatchedConnection over = connection;
        HttpEntity entity = response.getEntity();
        if (over != null && body == null && entity != null && entity.isStreaming()) {
            // a service that copies or deletes sends white space meanwhile
            over.progress().readingAnswer(!request.getMethod().equals("GET"));
        }
    }

    /**
     * A short body as text, the same at each call. Of a failed request's it is the beginning, as far as it came.
     *
     * @throws IOException when the answer to a successful one is no short one, or breaks off
     */
    public String errorText() throws IOException {
        String text = errorText;
        if (text == null) {
            text = isSuccess()
                    ? new String(answer(AnswerKind.TEXT).readAllBytes(), StandardCharsets.UTF_8)
                    : beginning();
            errorText = text;
        }
        return text;
    }

    private String beginning() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] some = new byte[TEXT_BUFFER];
        try {
            InputStream answer = answer(AnswerKind.TEXT);
            for (int read; text.size() < ERROR_TEXT_LIMIT && (read = answer.read(some)) >= 0; ) {
                text.write(some, 0, read);
            }
        } catch (IOException e) {
            LOG.debug("an error's text broke off", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Reads a short body to its end, so that its connection can serve the next request. */
    public void drain() throws IOException {
        hurry();
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
