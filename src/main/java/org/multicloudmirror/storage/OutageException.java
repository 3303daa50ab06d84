package org.multicloudmirror.storage;

/**
 * Nobody may be served for now: a gateway says that what is behind it is down (502, 503, 504), or a connection was reset
 * before its answer began.
 */
public class OutageException extends TransientStoreException {

    private static final long serialVersionUID = 1L;

    public OutageException(String message) {
        super(message);
    }

    public OutageException(String message, Throwable cause) {
        super(message, cause);
    }
}
