package org.multicloudmirror.driver;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.multicloudmirror.driver.quirk.ChangedPaths;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectContent;
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
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final HttpTransport transport;
    private final PathProof paths;
    private volatile Duration clockAhead = Duration.ZERO;

    /**
     * @param name the store's name, for messages
     * @param transport closed with this store
     */
    protected HttpObjectStore(String name, Dialect dialect, HttpTransport transport) {
        this.name = name;
        this.dialect = dialect;
        this.reader = new ObjectReader(name, dialect);
        this.writer = new ObjectWriter(name, dialect, reader);
        this.transport = transport;
        this.paths = new PathProof(this, new ChangedPaths(QuirkMemory.of(name)));
    }

    /** This store where keys lead to their objects, which is proven of awkward ones. */
    public final ObjectStore provingPaths() {
        return new PathProvingStore(this, paths);
    }

    @Override
    public final ObjectInfo head(String bucket, String key) {
        return reader.head(bucket, key);
    }

    /** Why a HEAD was refused. */
    protected final StoreException headError(HttpReply reply, String bucket, String key) {
        return reader.headError(reply, bucket, key);
    }

    @Override
    public final ObjectContent get(String bucket, String key) {
        return reader.get(bucket, key);
    }

    @Override
    public final ObjectContent get(String bucket, String key, Slice slice) {
        return reader.get(bucket, key, slice);
    }

    @Override
    public final MetadataLimits metadataLimits(String bucket, String key) {
        return dialect.quirks().narrow(dialect.metadataLimits(), bucket, key);
    }

    @Override
    public final ETag put(String bucket, String key, Upload upload) {
        return writer.put(bucket, key, upload);
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return copy(dialect.copyHeaders(source, as), as, bucket, key);
    }

    /** A copy that the server makes of what the headers say. */
    protected final ETag copy(Map<String, String> headers, ObjectInfo as, String bucket, String key) {
        return writer.copy(headers, as, bucket, key);
    }

    /** Of an awkward key only where its path leads to it; a 404 to one is believed once no listing names it. */
    @Override
    public final void delete(String bucket, String key) {
        paths.delete(bucket, key, () -> {
            if (!writer.delete(bucket, key) && !Keys.isPlain(key) && isListed(bucket, key)) {
                throw new RejectedException(where(bucket, key) + ": " + Keys.HIDDEN);
            }
        });
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
