package org.multicloudmirror.driver;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;

/** Reads the objects of a store behind HTTP: one HEAD or GET, and another where the answer leaves something open. */
final class ObjectReader {

    private final String store;
    private final Dialect dialect;
    private final StoredBytes stored;
    private final RefusedHeads refused = new RefusedHeads();

    ObjectReader(String store, Dialect dialect) {
        this.store = store;
        this.dialect = dialect;
        this.stored = new StoredBytes(dialect);
    }

    ObjectInfo head(String bucket, String key) {
        try (HttpReply reply = stored.send("HEAD", bucket, key, Map.of(), where(bucket, key))) {
            if (reply.isSuccess()) {
                ObjectInfo told = dialect.info(reply, bucket, key);
                return told.length().isPresent() ? told : measured(bucket, key, told);
            }
            throw NotFoundException.whenReading(location(bucket, key), headError(reply, bucket, key));
        }
    }

    /** Why a HEAD was refused. */
    StoreException headError(HttpReply reply, String bucket, String key) {
        ServiceError error =
                refused.explained(reply, () -> dialect.send("GET", bucket, key, Map.of("Range", "bytes=0-0"), null));
        return error.isExplained()
                ? dialect.error(error, where(bucket, key))
                : dialect.error(reply, where(bucket, key));
    }

    /** The first byte's answer tells of how many it is one, where that of a HEAD does not; it may be of another one. */
    private ObjectInfo measured(String bucket, String key, ObjectInfo told) {
        String where = where(bucket, key);
        try (HttpReply reply = stored.send("GET", bucket, key, Map.of("Range", "bytes=0-0"), where)) {
            OptionalLong length = reply.status() == 200 ? reply.contentLength() : reply.completeLength();
            boolean isSame = !reply.isSuccess()
                    || dialect.headers(reply).etag().value().equals(told.etag().value());
            return isSame ? told.withLength(length) : told;
        }
    }

    /** Of a body whose length is not told, it is not told here either. */
    ObjectContent get(String bucket, String key) {
        HttpReply reply = stored.send("GET", bucket, key, Map.of(), where(bucket, key));
        try {
            if (reply.isSuccess()) {
                return new ObjectContent(dialect.info(reply, bucket, key), reply.body());
            }
            throw NotFoundException.whenReading(location(bucket, key), dialect.error(reply, where(bucket, key)));
        } catch (IOException e) {
            reply.close();
            throw RequestFailure.broken(where(bucket, key), e);
        } catch (RuntimeException e) {
            reply.close();
            throw e;
        }
    }

    ObjectContent get(String bucket, String key, Slice slice) {
        String where = where(bucket, key);
        try {
            return new SlicedGet(dialect, stored, where).open(bucket, key, slice);
        } catch (NotFoundException e) {
            throw NotFoundException.whenReading(location(bucket, key), e);
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }

    private ObjectLocation location(String bucket, String key) {
        return new ObjectLocation(store, bucket, key);
    }

    private String where(String bucket, String key) {
        return location(bucket, key).toString();
    }
}
