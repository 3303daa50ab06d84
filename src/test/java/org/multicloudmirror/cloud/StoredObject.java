package org.multicloudmirror.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service holds under a key.
 *
 * @param content the bytes; of a large object of Swift the manifest
 * @param etag without quotes
 * @param headers what goes along with the bytes, user metadata among them
 * @param parts what it was put together from; empty for an object in one piece
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredObject(
        byte[] content, String etag, Instant modified, Fields headers, Map<String, String> tags, List<Part> parts) {

    /**
     * One part.
     *
     * @param path {@code /container/name} of a segment of Swift; empty for S3
     */
    public record Part(String path, int size, String md5) {}

    static StoredObject plain(byte[] content, Fields headers) {
        return new StoredObject(content, Md5s.hex(content), Instant.now(), headers, Map.of(), List.of());
    }

    /** A header's value, read as UTF-8. */
    public Optional<String> header(String name) {
        return headers.text(name);
    }

    public String text() {
        return new String(content, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The bytes that count. */
    public int size() {
        return isManifest() ? parts.stream().mapToInt(Part::size).sum() : content.length;
    }

    /** Whether it is a static large object. */
    public boolean isManifest() {
        return !parts.isEmpty() && !parts.get(0).path().isEmpty();
    }

    public StoredObject with(Fields other) {
        return new StoredObject(content, etag, modified, other, tags, parts);
    }

    public StoredObject tagged(Map<String, String> other) {
        return new StoredObject(content, etag, modified, headers, other, parts);
    }

    public StoredObject etag(String other) {
        return new StoredObject(content, other, modified, headers, tags, parts);
    }

    public StoredObject modified(Instant other) {
        return new StoredObject(content, etag, other, headers, tags, parts);
    }

    public StoredObject of(List<Part> others) {
        return new StoredObject(content, etag, modified, headers, tags, others);
    }
}
