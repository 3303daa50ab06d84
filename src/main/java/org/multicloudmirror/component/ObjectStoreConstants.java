package org.multicloudmirror.component;

/** The headers that the component reads. */
public final class ObjectStoreConstants {

    /** Which object, an {@link org.multicloudmirror.storage.ObjectLocation}; for a listing its key is the prefix. */
    public static final String LOCATION = "CamelObjectStoreLocation";

    /** Of a copy on the server, which object is copied, an {@link org.multicloudmirror.storage.ObjectLocation}. */
    public static final String SOURCE = "CamelObjectStoreSource";

    /** Where a listing goes on: what its page before returned, absent for the first page. */
    public static final String CONTINUATION = "CamelObjectStoreContinuation";

    /**
     * A property of the exchange that {@code objectstore:changes} sent: when the route has set it to true, the same
     * listing is told again at the next poll.
     */
    public static final String AGAIN = "CamelObjectStoreAgain";

    private ObjectStoreConstants() {}
}
