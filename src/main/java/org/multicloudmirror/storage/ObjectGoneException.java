package org.multicloudmirror.storage;

/** The object is not there (any more). */
public final class ObjectGoneException extends StoreException {

    private static final long serialVersionUID = 1L;

    public ObjectGoneException(String message) {
        super(message);
    }
}
