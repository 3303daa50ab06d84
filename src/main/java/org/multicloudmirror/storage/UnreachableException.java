package org.multicloudmirror.storage;

/** The store gave no answer at all: an unknown host, a refused or failed connection, TLS that failed, silence. */
public final class UnreachableException extends OutageException {

    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
