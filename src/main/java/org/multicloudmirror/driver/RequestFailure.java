package org.multicloudmirror.driver;

import java.io.IOException;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.http.NoAnswer;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

/** What it means that a request came to no answer. */
public final class RequestFailure {

    private RequestFailure() {}

    /** The error of a request to an endpoint that failed on the wire. */
    public static TransientStoreException of(Endpoint endpoint, IOException failure) {
        String line = HttpFailure.describe(endpoint, failure);
        return NoAnswer.is(failure)
                ? new UnreachableException(line, failure)
                : new TransientStoreException(line, failure);
    }
}
