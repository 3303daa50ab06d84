package org.multicloudmirror.driver.jclouds;

import com.google.common.base.Throwables;
import org.jclouds.blobstore.ContainerNotFoundException;
import org.jclouds.blobstore.KeyNotFoundException;
import org.jclouds.http.HttpResponseException;
import org.jclouds.rest.AuthorizationException;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/** Turns what jclouds throws into the exception that says what to do about it. */
final class BlobErrors {

    private BlobErrors() {}

    /** What a failed call means; an exception that is ours already stays as it is. */
    static StoreException of(RuntimeException failure, String what) {
        return of(failure, what, false);
    }

    /**
     * The same for a put, where what is not found is the container.
     *
     * @param isProven whether the store was told what MD5 to expect
     */
    static StoreException ofPut(RuntimeException failure, String what, boolean isProven) {
        StoreException error = of(failure, what, isProven);
        return error instanceof NotFoundException
                ? new BucketMissingException(what + ": the container does not exist")
                : error;
    }

    private static StoreException of(RuntimeException failure, String what, boolean isProvenPut) {
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof StoreException ours) {
                return ours;
            }
            if (cause instanceof ContainerNotFoundException) {
                return new BucketMissingException(what + ": the container does not exist");
            }
            if (cause instanceof KeyNotFoundException) {
                return new NotFoundException(what + ": not found");
            }
            if (cause instanceof AuthorizationException) {
                return denied(what);
            }
            if (cause instanceof IllegalArgumentException) {
                return new RejectedException(what + ": " + cause.getMessage());
            }
            if (cause instanceof HttpResponseException response && response.getResponse() != null) {
                int status = response.getResponse().getStatusCode();
                String line = what + ": " + status;
                if (status == 400 && isProvenPut) {
                    // what LocalBlobStore, Azure (Md5Mismatch) and Google answer when the body has another MD5
                    return new CorruptCopyException(line + "; the bytes sent are not the expected ones");
                }
                return switch (status) {
                    case 401, 403 -> denied(what);
                    case 404 -> new NotFoundException(what + ": not found");
                    case 501 -> new RejectedException(line);
                    default ->
                        status >= 500 || status == 429 || status == 408
                                ? new TransientStoreException(line, failure)
                                : new RejectedException(line);
                };
            }
        }
        return new TransientStoreException(what + ": " + failure.getMessage(), failure);
    }

    private static AccessDeniedException denied(String what) {
        return new AccessDeniedException(what + ": access denied; check the store's identity and credential");
    }
}
