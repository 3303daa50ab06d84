package org.multicloudmirror.storage;

/**
 * Some bytes of one version of an object.
 *
 * @param offset of the first, from 0 up
 * @param length how many, at least 1
 * @param version the object's tag: bytes of another version are not given out; {@link ETag#NONE} asks for any
 */
public record Slice(long offset, long length, ETag version) {

    public Slice {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("no bytes: " + length + " from " + offset);
        }
    }

    /** As the header {@code Range} has it (RFC 9110, section 14.1.2). */
    public String range() {
        return "bytes=" + offset + "-" + (offset + length - 1);
    }

    /** How the header {@code Content-Range} of its answer begins (RFC 9110, section 14.4). */
    public String contentRange() {
        return "bytes " + offset + "-" + (offset + length - 1) + "/";
    }
}
