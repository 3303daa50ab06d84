package org.multicloudmirror.component;

import org.apache.camel.spi.Metadata;

/** The headers and the property of an exchange that the component reads or sets. */
public final class ObjectStoreConstants {

    @Metadata(
            label = "common",
            description =
                    "The object, or for list the prefix, as text STORE://bucket/key or as an ObjectLocation. It comes"
                            + " before the option location; CamelObjectStoreKey is appended to text, and not to an"
                            + " ObjectLocation, which is whole.",
            javaType = "String or org.multicloudmirror.storage.ObjectLocation")
    public static final String LOCATION = "CamelObjectStoreLocation";

    @Metadata(
            label = "producer",
            description =
                    "The key behind the location's prefix, appended to it as it is: it is data, and nothing in it is"
                            + " evaluated. list and bulk-delete do not read it.",
            javaType = "String")
    public static final String KEY = "CamelObjectStoreKey";

    @Metadata(
            label = "producer",
            description =
                    "copy: the object that is copied, in the forms of CamelObjectStoreLocation. It comes before the"
                            + " option source.",
            javaType = "String or org.multicloudmirror.storage.ObjectLocation")
    public static final String SOURCE = "CamelObjectStoreSource";

    @Metadata(
            label = "producer",
            description =
                    "put, update: the user metadata that the object gets, names to values. get, head: those that it"
                            + " has.",
            javaType = "java.util.Map<String, String>")
    public static final String METADATA = "CamelObjectStoreMetadata";

    @Metadata(
            label = "producer",
            description = "put, update: the type that the object gets. get, head: the one that it has.",
            javaType = "String")
    public static final String CONTENT_TYPE = "Content-Type";

    @Metadata(
            label = "producer",
            description =
                    "put: how many bytes a body that is a stream has, so that it is sent as it comes; without it a"
                            + " stream is read to its end first.",
            javaType = "Long")
    public static final String UPLOAD_SIZE = "CamelObjectStoreUploadSize";

    @Metadata(
            label = "producer",
            description = "get, head: the object's size in bytes; absent where the store does not tell it.",
            javaType = "Long")
    public static final String SIZE = "CamelObjectStoreSize";

    @Metadata(
            label = "producer",
            description = "get, head: the object's ETag without quotes; absent where the store tells none.",
            javaType = "String")
    public static final String ETAG = "CamelObjectStoreETag";

    @Metadata(
            label = "producer",
            description = "get, head: when the object was last written.",
            javaType = "java.time.Instant")
    public static final String LAST_MODIFIED = "CamelObjectStoreLastModified";

    /**
     * A property of the exchange that {@code objectstore:changes} sent: when the route has set it to true, the same
     * listing is told again at the next poll.
     */
    public static final String AGAIN = "CamelObjectStoreAgain";

    private ObjectStoreConstants() {}
}
