package org.multicloudmirror.storage;

/** The bytes that arrived are not the bytes that were sent. */
public final class CorruptCopyException extends StoreException {

    private static final long serialVersionUID = 1L;

    public CorruptCopyException(String message) {
        super(message);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
