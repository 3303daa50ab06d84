package org.multicloudmirror.component;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.metadata.RestoredMetadata;

/** What the headers of a message say of an object: of one that was read, or of one that is to be written. */
final class ObjectHeaders {

    private ObjectHeaders() {}

    /** Sets the headers of an object that was read, and removes those of another one. */
    static void tell(ObjectInfo info, Message message) {
        ObjectMetadata metadata = RestoredMetadata.of(info.metadata());
        set(
                message,
                ObjectStoreConstants.SIZE,
                info.length().isPresent() ? info.length().getAsLong() : null);
        set(
                message,
                ObjectStoreConstants.ETAG,
                info.etag().isKnown() ? info.etag().value() : null);
        message.setHeader(ObjectStoreConstants.LAST_MODIFIED, info.lastModified());
        message.setHeader(ObjectStoreConstants.METADATA, metadata.user());
        set(
                message,
                ObjectStoreConstants.CONTENT_TYPE,
                metadata.header(ContentHeader.CONTENT_TYPE).orElse(null));
    }

    private static void set(Message message, String name, @Nullable Object value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }

    /**
     * The metadata that an object gets.
     *
     * @param present what it has of them where the message has no header
     */
    static ObjectMetadata of(Message message, ObjectMetadata present) {
        ObjectMetadata restored = RestoredMetadata.of(present);
        Map<ContentHeader, String> headers = new EnumMap<>(ContentHeader.class);
        headers.putAll(restored.headers());
        String type = message.getHeader(ObjectStoreConstants.CONTENT_TYPE, String.class);
        if (type != null) {
            headers.put(ContentHeader.CONTENT_TYPE, type);
        }
        Object user = message.getHeader(ObjectStoreConstants.METADATA);
        return new ObjectMetadata(
                headers,
                user == null ? restored.user() : user(user),
                restored.tags(),
                restored.deleteAt(),
                restored.storageClass(),
                restored.chosenClass(),
                restored.untold());
    }

    private static Map<String, String> user(Object header) {
        if (!(header instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the header " + ObjectStoreConstants.METADATA + " is "
                    + header.getClass().getName() + "; write a map of names to values");
        }
        Map<String, String> user = new TreeMap<>();
        map.forEach((name, value) -> user.put(String.valueOf(name).toLowerCase(Locale.ROOT), String.valueOf(value)));
        return user;
    }
}
