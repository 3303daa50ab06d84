package org.multicloudmirror.storage;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with an object's bytes.
 *
 * @param headers the content headers that the object has, as they are on the wire
 * @param user the user metadata, lower-case names (both services fold the case) to text values
 * @param tags S3's tags, which are no metadata and keep the case of their names
 * @param deleteAt when the store deletes the object by itself, to the second, or null when it does not
 * @param storageClass S3's word for where the object lies, or null when its store tells none
 * @param chosenClass the storage class that it is written with, whatever is usual at its store: the name of one, empty for
 *     the service's own, or null when nobody has chosen
 * @param untold what it has besides and its store does not tell these credentials, each in a few words
 */
public record ObjectMetadata(
        Map<ContentHeader, String> headers,
        Map<String, String> user,
        Map<String, String> tags,
        @Nullable Instant deleteAt,
        @Nullable String storageClass,
        @Nullable String chosenClass,
        List<String> untold) {

    /** No header and no metadata. */
    public static final ObjectMetadata EMPTY = new ObjectMetadata(Map.of(), Map.of());

    public ObjectMetadata {
        Map<ContentHeader, String> copy = new EnumMap<>(ContentHeader.class);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
        user = Collections.unmodifiableMap(new TreeMap<>(user));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        untold = List.copyOf(untold);
    }

    /** All that there is. */
    public ObjectMetadata(
            Map<ContentHeader, String> headers,
            Map<String, String> user,
            Map<String, String> tags,
            @Nullable Instant deleteAt,
            @Nullable String storageClass) {
        this(headers, user, tags, deleteAt, storageClass, null, List.of());
    }

    /** Headers and user metadata alone. */
    public ObjectMetadata(Map<ContentHeader, String> headers, Map<String, String> user) {
        this(headers, user, Map.of(), null, null);
    }

    /** What of these a part of the object has that is kept as an object, too: it goes when the whole goes. */
    public ObjectMetadata ofParts() {
        return new ObjectMetadata(Map.of(), Map.of(), Map.of(), deleteAt, null);
    }

    /** The value of a content header. */
    public Optional<String> header(ContentHeader name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same with these user metadata in place of the present ones. */
    public ObjectMetadata withUser(Map<String, String> replacement) {
        return new ObjectMetadata(headers, replacement, tags, deleteAt, storageClass, chosenClass, untold);
    }

    /** The same with these tags in place of the present ones. */
    public ObjectMetadata withTags(Map<String, String> replacement) {
        return new ObjectMetadata(headers, user, replacement, deleteAt, storageClass, chosenClass, untold);
    }

    /** The same with another storage class. */
    public ObjectMetadata withStorageClass(@Nullable String replacement) {
        return new ObjectMetadata(headers, user, tags, deleteAt, replacement, chosenClass, untold);
    }

    /**
     * The same, to be written with this storage class.
     *
     * @param chosen empty for the service's own
     */
    public ObjectMetadata inClass(String chosen) {
        return new ObjectMetadata(headers, user, tags, deleteAt, storageClass, chosen, untold);
    }

    /** The same of an object that has this, too, which is not told. */
    public ObjectMetadata withUntold(String what) {
        return new ObjectMetadata(headers, user, tags, deleteAt, storageClass, chosenClass, List.of(what));
    }
}
