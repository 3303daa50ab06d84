package org.multicloudmirror.storage;

/** The upload that a part or a completion belongs to is not there: it was ended by someone, or completed. */
public final class UploadGoneException extends StoreException {

    private static final long serialVersionUID = 1L;

    public UploadGoneException(String message) {
        super(message);
    }
}
