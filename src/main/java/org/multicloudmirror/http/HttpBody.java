package org.multicloudmirror.http;

import java.io.InputStream;

/**
 * A request body that is sent once.
 *
 * @param stream exactly {@code length} bytes; not closed
 * @param length in bytes
 */
public record HttpBody(InputStream stream, long length) {}
