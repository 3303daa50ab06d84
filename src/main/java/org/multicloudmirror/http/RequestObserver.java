package org.multicloudmirror.http;

/** Is told of each request that is sent, by many threads. */
public interface RequestObserver {

    /** The status of a request that got no answer. */
    int NO_STATUS = 0;

    /** A request is about to be sent. */
    void began(HttpCall call);

    /**
     * It has its answer's headers, or has failed.
     *
     * @param status {@link #NO_STATUS} without an answer
     * @param nanos since it began, its body included
     */
    void ended(HttpCall call, int status, long nanos);
}
