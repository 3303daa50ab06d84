package org.multicloudmirror.driver;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.TransientStoreException;

/** A GET with a range (RFC 9110, section 14), whose answer is taken for the range only if it says that it is. */
final class SlicedGet {

    private static final int PARTIAL_CONTENT = 206;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Dialect dialect;
    private final StoredBytes stored;
    private final String where;

    /**
     * @param where the object, for messages
     */
    SlicedGet(Dialect dialect, StoredBytes stored, String where) {
        this.dialect = dialect;
        this.stored = stored;
        this.where = where;
    }

    ObjectContent open(String bucket, String key, Slice slice) throws IOException {
        HttpReply reply = stored.send("GET", bucket, key, headers(slice), where);
        try {
            return new ObjectContent(checked(reply, slice), reply.body(slice.length()));
        } catch (RuntimeException | IOException e) {
            reply.close();
            throw e;
        }
    }

    private static Map<String, String> headers(Slice slice) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Range", slice.range());
        if (slice.version().isKnown()) {
            headers.put("If-Match", '"' + slice.version().value() + '"');
        }
        return headers;
    }

    private ObjectInfo checked(HttpReply reply, Slice slice) {
        int status = reply.status();
        // an object that shrank has no such range any more
        if (status == PRECONDITION_FAILED || status == RANGE_NOT_SATISFIABLE) {
            throw new SourceChangedException(where);
        }
        if (!reply.isSuccess()) {
            throw dialect.error(reply, where);
        }
        if (status != PARTIAL_CONTENT) {
            throw new RejectedException(
                    where + ": the store gives out whole objects only; set mirror.multipart-threshold above its size");
        }
        ObjectInfo info = dialect.headers(reply);
        // not every server knows If-Match
        if (slice.version().isKnown() && !info.etag().isKnown()) {
            throw new RejectedException(
                    where + ": the store tells no ETag with a part of an object, so that parts of two"
                            + " versions could be mixed; have what stands in between keep that header, or set"
                            + " mirror.multipart-threshold above its size");
        }
        if (slice.version().isKnown()
                && !info.etag().value().equals(slice.version().value())) {
            throw new SourceChangedException(where);
        }
        String range = reply.header("Content-Range").orElse("");
        if (range.isEmpty()) {
            throw new RejectedException(where + ": the store answers 206 without Content-Range, so that nobody knows"
                    + " which bytes they are; look for a proxy that drops the header, or set mirror.multipart-threshold above"
                    + " its size");
        }
        if (!range.startsWith(slice.contentRange()) || info.length().orElse(slice.length()) != slice.length()) {
            throw new TransientStoreException(
                    where + ": asked for " + slice.range() + ", the store gives \"" + range + "\"");
        }
        return info.withLength(OptionalLong.of(slice.length()));
    }
}
