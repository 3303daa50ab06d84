package org.multicloudmirror.driver;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.multicloudmirror.driver.quirk.ChangedPaths;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;

/** A store whose objects are behind HTTP: one request an operation. Listings and buckets are the protocols' own. */
public abstract class HttpObjectStore implements ObjectStore {

    private static final Duration UNTOLD = Duration.ofSeconds(2);

    private final String name;
    private final Dialect dialect;
    private final StoredBytes stored;
    private final HttpTransport transport;
    private final RefusedHeads refused = new RefusedHeads();
    private final PathProof paths;
    private volatile Duration clockAhead = Duration.ZERO;

    /**
     * @param name the store's name, for messages
     * @param transport closed with this store
     */
    protected HttpObjectStore(String name, Dialect dialect, HttpTransport transport) {
        this.name = name;
        this.dialect = dialect;
        this.stored = new StoredBytes(dialect);
        this.transport = transport;
        this.paths = new PathProof(this, new ChangedPaths(QuirkMemory.of(name)));
    }

    /** This store where keys lead to their objects, which is proven of awkward ones. */
    public final ObjectStore provingPaths() {
        return new PathProvingStore(this, paths);
    }

    @Override
    public final ObjectInfo head(String bucket, String key) {
        try (HttpReply reply = stored.send("HEAD", bucket, key, Map.of(), where(bucket, key))) {
            if (reply.isSuccess()) {
                ObjectInfo told = dialect.info(reply, bucket, key);
                return told.length().isPresent() ? told : measured(bucket, key, told);
            }
            throw NotFoundException.whenReading(location(bucket, key), headError(reply, bucket, key));
        }
    }

    /** Why a HEAD was refused. */
    protected final StoreException headError(HttpReply reply, String bucket, String key) {
        ServiceError error =
                refused.explained(reply, () -> dialect.send("GET", bucket, key, Map.of("Range", "bytes=0-0"), null));
        return error.isExplained()
                ? dialect.error(error, where(bucket, key))
                : dialect.error(reply, where(bucket, key));
    }

    /** The first byte's answer tells of how many it is one, where that of a HEAD does not; it may be about another one. */
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
    @Override
    public final ObjectContent get(String bucket, String key) {
        HttpReply reply = stored.send("GET", bucket, key, Map.of(), where(bucket, key));
        try {
            if (reply.isSuccess()) {
                return new ObjectContent(dialect.info(reply, bucket, key), reply.body());
            }
            throw NotFoundException.whenReading(location(bucket, key), dialect.error(reply, where(bucket, key)));
        } catch (IOException e) {
            reply.close();
            throw broken(where(bucket, key), e);
        } catch (RuntimeException e) {
            reply.close();
            throw e;
        }
    }

    @Override
    public final MetadataLimits metadataLimits(String bucket, String key) {
        return dialect.quirks().narrow(dialect.metadataLimits(), bucket, key);
    }

    @Override
    public final ObjectContent get(String bucket, String key, Slice slice) {
        String where = where(bucket, key);
        try {
            return new SlicedGet(dialect, stored, where).open(bucket, key, slice);
        } catch (NotFoundException e) {
            throw NotFoundException.whenReading(location(bucket, key), e);
        } catch (IOException e) {
            throw broken(where, e);
        }
    }

    @Override
    public final ETag put(String bucket, String key, Upload upload) {
        HttpBody body = new HttpBody(upload.body(), upload.size());
        try (HttpReply reply = dialect.send("PUT", bucket, key, dialect.putHeaders(upload), body)) {
            if (!reply.isSuccess()) {
                throw dialect.refusal(reply, upload.metadata(), bucket, key, where(bucket, key));
            }
            reply.drain();
            dialect.quirks().accepted(bucket, key, upload.metadata());
            ETag written = dialect.written(reply);
            return upload.proven(written.isKnown() ? written : held(bucket, key, upload.size()), where(bucket, key));
        } catch (IOException e) {
            throw broken(where(bucket, key), e);
        }
    }

    /** The tag of what was just written, where the answer has none: the size must be right, too. */
    private ETag held(String bucket, String key, long size) {
        ObjectInfo held;
        try {
            held = head(bucket, key);
        } catch (ObjectGoneException e) {
            // without the cause: routes look through causes, and do not try again what is gone
            throw new TransientStoreException(
                    where(bucket, key) + ": the store says that it is written, and does not have it");
        }
        if ((!held.etag().isMd5() || held.length().isPresent()) && held.size() != size) {
            throw new CorruptCopyException(
                    where(bucket, key) + ": the store holds " + held.size() + " bytes of the " + size + " sent");
        }
        return held.etag();
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return copy(dialect.copyHeaders(source, as), as, bucket, key);
    }

    /** A copy that the server makes of what the headers say. */
    protected final ETag copy(Map<String, String> headers, ObjectInfo as, String bucket, String key) {
        String where = where(bucket, key);
        try {
            return new ServerCopy(dialect, where).make(headers, as, bucket, key);
        } catch (IOException e) {
            throw broken(where, e);
        }
    }

    /** Of an awkward key only where its path leads to it; a 404 to one is believed once no listing names it. */
    @Override
    public final void delete(String bucket, String key) {
        paths.delete(bucket, key, () -> {
            if (!isDeleted(bucket, key) && !Keys.isPlain(key) && isListed(bucket, key)) {
                throw new RejectedException(where(bucket, key) + ": " + Keys.HIDDEN);
            }
        });
    }

    /** That there is no such bucket is no word of the object. */
    private boolean isDeleted(String bucket, String key) {
        try (HttpReply reply = dialect.send("DELETE", bucket, key, Map.of(), null)) {
            StoreException error = reply.isSuccess() ? null : dialect.error(reply, where(bucket, key));
            if (error != null && !(error instanceof NotFoundException)) {
                throw error;
            }
            return error == null;
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public final Duration clockAhead() {
        return clockAhead;
    }

    /** Notes what time a reply tells: whole seconds, so that less than a few are no difference. */
    protected final void noteClock(HttpReply reply) {
        reply.date("Date")
                .map(told -> Duration.between(Instant.now(), told))
                .ifPresent(
                        ahead -> clockAhead = ahead.abs().compareTo(UNTOLD) > 0 ? ahead.minus(UNTOLD) : Duration.ZERO);
    }

    /** An answer that broke off. */
    protected static TransientStoreException broken(String what, IOException e) {
        return RequestFailure.broken(what, e);
    }

    /** The store's name. */
    protected final String name() {
        return name;
    }

    /** A bucket as a user writes it. */
    protected final String bucketName(String bucket) {
        return name + "://" + bucket;
    }

    /** An object of this store. */
    public final ObjectLocation location(String bucket, String key) {
        return new ObjectLocation(name, bucket, key);
    }

    /** An object as a user writes it, for messages. */
    public final String where(String bucket, String key) {
        return location(bucket, key).toString();
    }
}
