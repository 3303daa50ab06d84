package org.multicloudmirror.http;

import java.io.IOException;

/** When a request may be sent: asked once for each, whoever sends it. */
@FunctionalInterface
public interface Admission {

    /** At once. */
    Admission FREE = () -> {};

    /**
     * Returns when the request may be sent.
     *
     * @throws IOException when it never will be
     */
    void await() throws IOException;
}
