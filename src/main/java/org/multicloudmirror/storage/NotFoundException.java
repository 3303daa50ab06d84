package org.multicloudmirror.storage;

/**
 * A 404 that does not tell what is missing: of a write it may be the bucket, the container of the parts, the upload or the
 * object that was to be copied. It says nothing of any object; {@link ObjectGoneException} does.
 */
public final class NotFoundException extends StoreException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message);
    }

    /**
     * What an error means to a request that reads one object: that what is not found is this object.
     *
     * @param error any error of that request; every other one stays as it is
     */
    public static StoreException whenReading(ObjectLocation where, StoreException error) {
        return error instanceof NotFoundException
                ? new ObjectGoneException(where, String.valueOf(error.getMessage()))
                : error;
    }
}
