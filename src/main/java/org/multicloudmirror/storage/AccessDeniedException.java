package org.multicloudmirror.storage;

/** The store knows us and refuses, or does not know us: credentials or permissions. */
public final class AccessDeniedException extends StoreException {

    private static final long serialVersionUID = 1L;

    public AccessDeniedException(String message) {
        super(message);
    }

    public AccessDeniedException(String message, Throwable cause) {
        super(message, cause);
    }
}
