package org.multicloudmirror.storage;

/** The store, or this user's share of it, is full: what is written fails until somebody makes room. */
public final class StoreFullException extends StoreException {

    private static final long serialVersionUID = 1L;

    public StoreFullException(String message) {
        super(message);
    }
}
