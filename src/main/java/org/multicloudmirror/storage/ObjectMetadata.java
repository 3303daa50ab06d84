package org.multicloudmirror.storage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What goes along with an object's bytes.
 *
 * @param headers the content headers that the object has, as they are on the wire
 * @param user the user metadata, lower-case names (both services fold the case) to text values
 */
public record ObjectMetadata(Map<ContentHeader, String> headers, Map<String, String> user) {

    /** No header and no metadata. */
    public static final ObjectMetadata EMPTY = new ObjectMetadata(Map.of(), Map.of());

    public ObjectMetadata {
        Map<ContentHeader, String> copy = new EnumMap<>(ContentHeader.class);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
        user = Collections.unmodifiableMap(new TreeMap<>(user));
    }

    /** The value of a content header. */
    public Optional<String> header(ContentHeader name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same with these user metadata in place of the present ones. */
    public ObjectMetadata withUser(Map<String, String> replacement) {
        return new ObjectMetadata(headers, replacement);
    }
}
