package org.multicloudmirror.cloud;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** A body with a length, or in chunks, or none (RFC 9112, section 6). */
final class RequestBody extends Call.Body {

    private final InputStream in;
    private final boolean isChunked;
    private final long announced;
    private long left;
    private boolean isFirstChunk = true;
    private boolean isAtEnd;
    private final AtomicLong count = new AtomicLong();

    RequestBody(InputStream in, Fields headers) {
        this.in = in;
        this.isChunked = headers.first("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
        this.announced = isChunked
                ? -1
                : headers.first("Content-Length").map(Long::parseLong).orElse(0L);
        this.left = Math.max(0, announced);
        this.isAtEnd = announced == 0;
    }

    @Override
    public long count() {
        return count.get();
    }

    @Override
    public long announced() {
        return announced;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && isChunked && !isAtEnd) {
            nextChunk();
        }
        if (isAtEnd || length == 0) {
            return isAtEnd ? -1 : 0;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the client broke off behind " + count.get() + " bytes");
        }
        left -= read;
        count.addAndGet(read);
        isAtEnd = !isChunked && left == 0;
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        byte[] buffer = new byte[8192];
        long skipped = 0;
        int read = 0;
        while (read >= 0 && skipped < most) {
            read = read(buffer, 0, (int) Math.min(buffer.length, most - skipped));
            skipped += Math.max(0, read);
        }
        return skipped;
    }

    private void nextChunk() throws IOException {
        if (!isFirstChunk) {
            line();
        }
        isFirstChunk = false;
        left = Long.parseLong(line().split(";", -1)[0].strip(), 16);
        if (left == 0) {
            isAtEnd = true;
            String trailer = line();
            while (!trailer.isEmpty()) {
                trailer = line();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the client broke off in a chunk");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
