package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer. To a HEAD it has the body of a GET, which is not sent.
 *
 * @param wire writes all of the answer, status line and all, in place of the other values; null in most answers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(
        int status,
        Fields headers,
        byte[] body,
        Framing framing,
        @Nullable Wire wire) {

    /** How the end of a body is told. */
    public enum Framing {
        LENGTH,
        CHUNKED,
        /** By the end of the connection. */
        CLOSE,
        /** The same, as HTTP/1.0 has it. */
        HTTP_1_0,
        /** No answer at all: the connection is reset. */
        RESET
    }

    /** Writes bytes as they are; the connection is closed behind them. */
    @FunctionalInterface
    public interface Wire {
        void write(OutputStream out) throws IOException;
    }

    public static Reply of(int status) {
        return new Reply(status, Fields.NONE, new byte[0], Framing.LENGTH, null);
    }

    public static Reply text(int status, String type, String text) {
        return of(status).with("Content-Type", type).withBody(text.getBytes(UTF_8));
    }

    public static Reply xml(int status, String text) {
        return text(status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text);
    }

    /** An error as S3 tells it. */
    public static Reply error(int status, String code, String message) {
        return xml(
                status,
                "<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>scripted</RequestId></Error>");
    }

    public static Reply raw(Wire wire) {
        return new Reply(0, Fields.NONE, new byte[0], Framing.CLOSE, wire);
    }

    /** The connection ends without an answer. */
    public static Reply hangUp() {
        return raw(out -> {});
    }

    /** The connection is reset in place of an answer, as by a server that dies or a balancer without one. */
    public static Reply reset() {
        return of(0).framed(Framing.RESET);
    }

    public Reply with(String name, String value) {
        return new Reply(status, headers.with(name, value), body, framing, wire);
    }

    public Reply with(Fields others) {
        return new Reply(status, headers.and(others), body, framing, wire);
    }

    public Reply without(String name) {
        return new Reply(status, headers.without(name), body, framing, wire);
    }

    public Reply withStatus(int other) {
        return new Reply(other, headers, body, framing, wire);
    }

    public Reply withBody(byte[] other) {
        return new Reply(status, headers, other, framing, wire);
    }

    public Reply withText(String text) {
        return withBody(text.getBytes(UTF_8));
    }

    public Reply framed(Framing other) {
        return new Reply(status, headers, body, other, wire);
    }

    /** Is sent at once, whatever of the request's body is still to come; then the connection ends. */
    public Reply closing() {
        return with("Connection", "close");
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public String text() {
        return new String(body, UTF_8);
    }
}
