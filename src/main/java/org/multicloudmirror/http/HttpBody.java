package org.multicloudmirror.http;

import java.io.InputStream;

/**
 * A request body that is sent once.
 *
 * @param stream exactly {@code length} bytes; not closed
 * @param length in bytes
 */
public record HttpBody(InputStream stream, long length) {

    /** For a request that takes a body and brings none. */
    public static final HttpBody NOTHING = new HttpBody(InputStream.nullInputStream(), 0);
}
