package org.multicloudmirror.driver.jclouds;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.util.List;
import org.jclouds.blobstore.ContainerNotFoundException;
import org.jclouds.blobstore.KeyNotFoundException;
import org.jclouds.http.HttpResponseException;
import org.jclouds.rest.AuthorizationException;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.StatusMeaning;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.http.NoAnswer;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

/** Turns what jclouds throws into the exception that says what to do about it. */
final class BlobErrors {

    private static final int UNAUTHORIZED = 401;

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
        List<Throwable> causes = Throwables.getCausalChain(failure);
        for (Throwable cause : causes) {
            if (cause instanceof StoreException ours) {
                return ours;
            }
            if (cause instanceof ContainerNotFoundException) {
                return new BucketMissingException(what + ": the container does not exist");
            }
            if (cause instanceof KeyNotFoundException) {
                return new NotFoundException(what + ": not found");
            }
            if (cause instanceof HttpResponseException response && response.getResponse() != null) {
                return answered(response, what, isProvenPut);
            }
            if (cause instanceof IllegalArgumentException) {
                return new RejectedException(what + ": " + cause.getMessage());
            }
        }
        boolean isRefused = causes.stream().anyMatch(AuthorizationException.class::isInstance);
        return isRefused
                ? StatusMeaning.of(new ServiceError(UNAUTHORIZED, "", ""), what, store(what))
                : silent(failure, what);
    }

    private static StoreException answered(HttpResponseException failure, String what, boolean isProvenPut) {
        int status = failure.getResponse().getStatusCode();
        String body = failure.getContent() == null ? "" : failure.getContent();
        ServiceError error = ServiceError.of(status, body);
        // what LocalBlobStore, Azure (Md5Mismatch) and Google answer when the body has another MD5
        return status == 400 && isProvenPut
                ? new CorruptCopyException(what + ": " + error + "; the bytes sent are not the expected ones")
                : StatusMeaning.of(error, what, store(what));
    }

    /** jclouds wraps what happened on the wire, in messages that repeat the request. */
    private static StoreException silent(RuntimeException failure, String what) {
        for (Throwable cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof IOException wire) {
                if (NoAnswer.is(wire)) {
                    return new UnreachableException(what + ": " + HttpFailure.words(wire), failure);
                }
                return NoAnswer.isHangUp(wire)
                        ? new OutageException(what + ": " + HttpFailure.words(wire), failure)
                        : new TransientStoreException(what + ": the answer broke off: " + wire.getMessage(), failure);
            }
        }
        return new TransientStoreException(
                what + ": " + Throwables.getRootCause(failure).getMessage(), failure);
    }

    private static String store(String what) {
        return what.replaceFirst("^listing ", "").replaceFirst("://.*", "");
    }
}
