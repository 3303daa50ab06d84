package org.multicloudmirror.component;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectMetadata;

/**
 * What is sent of whatever a message has for a body. Its MD5 is known beforehand, unless it is a stream that would have
 * to be read twice for it.
 *
 * @param stream exactly {@code size} bytes
 * @param size in bytes
 * @param expected the MD5; {@link ETag#NONE} where the bytes tell it as they pass
 * @param metadata that it brings along
 */
record UploadBody(InputStream stream, long size, ETag expected, ObjectMetadata metadata) {

    private UploadBody(SpooledBody spooled, ObjectMetadata metadata) {
        this(spooled.body(), spooled.size(), spooled.md5(), metadata);
    }

    private UploadBody(SpooledBody spooled) {
        this(spooled, ObjectMetadata.EMPTY);
    }

    /**
     * @param where the object that is to be written, for messages
     * @throws IllegalArgumentException when the body is nothing that could be sent
     */
    static UploadBody of(Message message, String where) throws IOException {
        return of(message.getBody(), message, where);
    }

    private static UploadBody of(@Nullable Object body, Message message, String where) throws IOException {
        if (body instanceof WrappedFile<?> wrapped) {
            Object file = wrapped.getFile();
            // of a file elsewhere, the body is what was fetched
            body = file instanceof File || file instanceof Path ? file : wrapped.getBody();
        }
        if (body instanceof ObjectContent content) {
            return of(content, where);
        }
        if (body instanceof byte[] bytes) {
            return new UploadBody(SpooledBody.of(bytes));
        }
        if (body instanceof String text) {
            return new UploadBody(SpooledBody.of(text.getBytes(StandardCharsets.UTF_8)));
        }
        if (body instanceof File file) {
            return of(file.toPath());
        }
        if (body instanceof Path file) {
            return of(file);
        }
        return of(stream(body, message), message, where);
    }

    private static UploadBody of(ObjectContent content, String where) throws IOException {
        OptionalLong size = content.info().length();
        ETag etag = content.info().etag();
        ObjectMetadata metadata = content.info().metadata();
        return size.isPresent()
                ? passing(content.body(), size.getAsLong(), etag, metadata, where)
                : new UploadBody(SpooledBody.of(content.body(), where, etag), metadata);
    }

    private static UploadBody passing(InputStream body, long size, ETag etag, ObjectMetadata metadata, String where)
            throws IOException {
        WholeStream stream = new WholeStream(body, where, OptionalLong.of(size), etag);
        if (size == 0) {
            // of which nobody will read
            try {
                stream.md5();
            } catch (IOException | RuntimeException e) {
                stream.close();
                throw e;
            }
        }
        return new UploadBody(stream, size, etag.isMd5() ? etag : ETag.NONE, metadata);
    }

    private static UploadBody of(Path file) throws IOException {
        OptionalLong size = OptionalLong.of(Files.size(file));
        try (WholeStream hashed = new WholeStream(Files.newInputStream(file), file.toString(), size, ETag.NONE)) {
            hashed.transferTo(OutputStream.nullOutputStream());
            return new UploadBody(Files.newInputStream(file), size.getAsLong(), hashed.md5(), ObjectMetadata.EMPTY);
        }
    }

    private static UploadBody of(InputStream stream, Message message, String where) throws IOException {
        Long announced = message.getHeader(ObjectStoreConstants.UPLOAD_SIZE, Long.class);
        long size = announced != null ? announced : stream instanceof StreamCache cache ? cache.length() : 0;
        // a cache that does not know says 0
        return announced == null && size <= 0
                ? new UploadBody(SpooledBody.of(stream, where, ETag.NONE))
                : passing(stream, size, ETag.NONE, ObjectMetadata.EMPTY, where);
    }

    private static InputStream stream(@Nullable Object body, Message message) {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        InputStream stream = body instanceof InputStream given
                ? given
                : message.getExchange()
                        .getContext()
                        .getTypeConverter()
                        .tryConvertTo(InputStream.class, message.getExchange(), body);
        if (stream == null) {
            throw new IllegalArgumentException(Operation.PUT + " cannot send a body of "
                    + (body == null ? "nothing" : body.getClass().getName())
                    + "; make it a String, byte[], File, InputStream or what objectstore:get leaves");
        }
        return stream;
    }
}
