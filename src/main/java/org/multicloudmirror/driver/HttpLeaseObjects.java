package org.multicloudmirror.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Upload;

/**
 * Leases by conditional PUTs: {@code If-None-Match: *}, and {@code If-Match} where a protocol has it (RFC 9110, section
 * 13.1).
 */
public final class HttpLeaseObjects implements LeaseObjects {

    /** A lease is read and written at any time: classes that take hours, or cost for a month, are not for it. */
    private static final String STORAGE_CLASS = "x-amz-storage-class";

    /** To a condition that is not met; S3 says 409 of two writes at a time, Swift of an older one, or 202. */
    private static final Set<Integer> UNMET = Set.of(202, 409, 412);

    /** Of services that know no conditions of this kind. */
    private static final Set<Integer> UNKNOWN = Set.of(400, 405, 501);

    private final String store;
    private final Dialect dialect;
    private final Map<String, String> freshly;
    private final boolean comparesTags;

    /**
     * @param store its name
     * @param freshly the headers of a GET that asks for the newest
     * @param comparesTags whether a PUT has {@code If-Match}
     */
    public HttpLeaseObjects(String store, Dialect dialect, Map<String, String> freshly, boolean comparesTags) {
        this.store = store;
        this.dialect = dialect;
        this.freshly = Map.copyOf(freshly);
        this.comparesTags = comparesTags;
    }

    @Override
    public boolean comparesTags() {
        return comparesTags;
    }

    @Override
    public Look look(String bucket, String key) {
        String where = where(bucket, key);
        try (HttpReply reply = dialect.send("GET", bucket, key, freshly, null)) {
            if (!reply.isSuccess()) {
                StoreException error = dialect.error(reply, where);
                if (error instanceof NotFoundException) {
                    return new Look(null, date(reply, "Date", where));
                }
                throw error;
            }
            String text = new String(reply.answer(AnswerKind.TEXT).readAllBytes(), UTF_8);
            return new Look(
                    new Found(text, tag(reply), date(reply, "Last-Modified", where)), date(reply, "Date", where));
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }

    @Override
    public Optional<String> create(String bucket, String key, String text) {
        return written(bucket, key, text, Map.of("If-None-Match", "*"), false);
    }

    @Override
    public Optional<String> replace(String bucket, String key, String text, String tag) {
        return written(bucket, key, text, comparesTags ? Map.of("If-Match", tag) : Map.of(), comparesTags);
    }

    private Optional<String> written(
            String bucket, String key, String text, Map<String, String> condition, boolean isOfPresent) {
        byte[] bytes = text.getBytes(UTF_8);
        Upload upload = new Upload(ObjectMetadata.EMPTY, bytes.length, Md5.of(bytes), new ByteArrayInputStream(bytes));
        Map<String, String> headers = new HashMap<>(dialect.putHeaders(upload));
        headers.remove(STORAGE_CLASS);
        headers.put("Content-Type", "application/json");
        headers.putAll(condition);
        String where = where(bucket, key);
        HttpBody body = new HttpBody(upload.body(), upload.size());
        try (HttpReply reply = dialect.send("PUT", bucket, key, headers, body)) {
            if (UNMET.contains(reply.status())) {
                return Optional.empty();
            }
            if (reply.isSuccess()) {
                reply.drain();
                return Optional.of(tag(reply));
            }
            if (isOfPresent && dialect.error(reply, where) instanceof NotFoundException) {
                return Optional.empty();
            }
            if (UNKNOWN.contains(reply.status())) {
                throw new RejectedException(where + ": " + ServiceError.of(reply)
                        + "; store " + store + " may know no writes on a condition, and can hold no lease then: set"
                        + " mirror.lease=off, and let one machine alone write there");
            }
            throw dialect.bucketError(reply, bucket, where);
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }

    /** Where a DELETE may have no condition, it is sent without. */
    @Override
    public void remove(String bucket, String key, String tag) {
        if (!comparesTags || tag.isEmpty() || !isRemoved(bucket, key, Map.of("If-Match", tag))) {
            isRemoved(bucket, key, Map.of());
        }
    }

    private boolean isRemoved(String bucket, String key, Map<String, String> condition) {
        String where = where(bucket, key);
        try (HttpReply reply = dialect.send("DELETE", bucket, key, condition, null)) {
            if (reply.isSuccess() || UNMET.contains(reply.status())) {
                return true;
            }
            StoreException error = dialect.error(reply, where);
            if (!condition.isEmpty() && UNKNOWN.contains(reply.status())) {
                return false;
            }
            if (error instanceof NotFoundException) {
                return true;
            }
            throw error;
        }
    }

    /** Just as it is sent back. */
    private static String tag(HttpReply reply) {
        return reply.header("ETag").orElse("");
    }

    private Instant date(HttpReply reply, String name, String where) {
        return reply.date(name)
                .orElseThrow(() -> new RejectedException(where + ": the answer of store " + store + " has no " + name
                        + ", by which a lease ends; look for what takes it away on the way, or set mirror.lease=off, and"
                        + " let one machine alone write there"));
    }

    private String where(String bucket, String key) {
        return new ObjectLocation(store, bucket, key).toString();
    }
}
