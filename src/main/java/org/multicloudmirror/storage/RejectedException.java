package org.multicloudmirror.storage;

/** The store will never take this request as it is: a key too long, metadata too large. */
public final class RejectedException extends StoreException {

    private static final long serialVersionUID = 1L;

    public RejectedException(String message) {
        super(message);
    }

    public RejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
