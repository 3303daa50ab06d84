package org.multicloudmirror.driver;

import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;

/** What it means that a bucket or container is not made. */
public final class NewBucket {

    private NewBucket() {}

    /** The error with what to do about it: what is not found is the address, not the bucket that was to be made. */
    public static StoreException refusal(StoreException error) {
        return error instanceof NotFoundException
                        || error instanceof BucketMissingException
                        || error instanceof RejectedException
                ? new RejectedException(
                        error.getMessage() + "; create it with the service's own tools, or name one that" + " is there")
                : error;
    }
}
