package org.multicloudmirror.storage;

/** The bucket or container does not exist. */
public final class BucketMissingException extends StoreException {

    private static final long serialVersionUID = 1L;

    public BucketMissingException(String message) {
        super(message);
    }
}
