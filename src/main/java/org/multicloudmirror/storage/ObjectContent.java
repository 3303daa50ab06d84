package org.multicloudmirror.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object that is open for reading. Closing it before its end gives the connection up instead of reading on.
 *
 * @param info as the response headers tell it
 * @param body exactly {@code info.size()} bytes; a body that ends early throws
 */
public record ObjectContent(ObjectInfo info, InputStream body) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
