package org.multicloudmirror.driver;

import java.io.IOException;

/** An answer to a listing that began as a success and is an error. */
public final class RefusedListingException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient ServiceError error;

    public RefusedListingException(ServiceError error) {
        super(error.toString());
        this.error = error;
    }

    /** What the service says. */
    public ServiceError error() {
        return error;
    }
}
