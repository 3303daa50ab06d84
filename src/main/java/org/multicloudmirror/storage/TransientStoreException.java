package org.multicloudmirror.storage;

/** The store or the way to it failed for now: throttled, overloaded, timed out, cut off. */
public class TransientStoreException extends StoreException {

    private static final long serialVersionUID = 1L;

    public TransientStoreException(String message) {
        super(message);
    }

    public TransientStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
