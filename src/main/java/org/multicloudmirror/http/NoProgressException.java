package org.multicloudmirror.http;

import java.io.InterruptedIOException;

/** The other side was given up, since it took or gave next to nothing for too long; the message says what. */
final class NoProgressException extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    NoProgressException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
