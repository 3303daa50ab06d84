package org.multicloudmirror.driver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpReply;

/**
 * The bytes of a page of a listing in memory, for a scanner, and the same as a stream, for the parser that reads what the
 * scanner does not recognise.
 */
public final class PageBytes implements AutoCloseable {

    /** 10,000 entries with 800 bytes each: a page that is larger is not held as a whole. */
    private static final int MOST = 8 << 20;

    private static final int USUAL = 64 << 10;
    private static final PageBuffers BUFFERS = new PageBuffers();

    private final byte[] bytes;
    private final int length;
    private final @Nullable InputStream rest;

    private PageBytes(byte[] bytes, int length, @Nullable InputStream rest) {
        this.bytes = bytes;
        this.length = length;
        this.rest = rest;
    }

    /**
     * Reads the page that a reply has.
     *
     * @throws IOException when it has no body that can be read
     */
    public static PageBytes of(HttpReply reply) throws IOException {
        return of(reply.answer(AnswerKind.PAGE), reply.contentLength());
    }

    /** Reads a body of a length that is not known. */
    public static PageBytes of(InputStream body) {
        return of(body, OptionalLong.empty());
    }

    /**
     * Reads a body to its end, or as far as it comes.
     *
     * @param announced its length, which need not be true, in bytes
     */
    private static PageBytes of(InputStream body, OptionalLong announced) {
        // one more, so that the end is met without more room
        byte[] bytes = BUFFERS.take((int) Math.min(MOST, Math.max(USUAL, announced.orElse(0) + 1)));
        int length = 0;
        try {
            while (length < MOST) {
                int read = body.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return new PageBytes(bytes, length, null);
                }
                length += read;
                bytes = length == bytes.length ? Arrays.copyOf(bytes, Math.min(MOST, 2 * length)) : bytes;
            }
            return new PageBytes(bytes, length, body);
        } catch (IOException e) {
            return new PageBytes(bytes, length, new Broken(e));
        }
    }

    /** Whether all of it is here. */
    public boolean isWhole() {
        return rest == null;
    }

    /** The bytes, of which {@link #length} are the page's. */
    byte[] bytes() {
        return bytes;
    }

    /** How many they are. */
    int length() {
        return length;
    }

    /** From the beginning, with what is not here behind it; for one pass. */
    public InputStream stream() {
        InputStream begun = new ByteArrayInputStream(bytes, 0, length);
        return rest == null ? begun : new SequenceInputStream(begun, rest);
    }

    /** Nothing of it is needed any more, neither its bytes nor its stream. */
    @Override
    public void close() {
        BUFFERS.give(bytes);
    }

    /** Where a body broke off. */
    private static final class Broken extends InputStream {

        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            throw failure;
        }
    }
}
