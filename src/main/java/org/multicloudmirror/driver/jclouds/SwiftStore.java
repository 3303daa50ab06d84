package org.multicloudmirror.driver.jclouds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jclouds.Context;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.BulkDeletion;
import org.multicloudmirror.driver.HttpObjectStore;
import org.multicloudmirror.driver.NewBucket;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.quirk.Refusal;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.AskedPrefix;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.StoreException;

/** OpenStack Swift and Rackspace Cloud Files: authentication by jclouds, objects over the lean layer. */
final class SwiftStore extends HttpObjectStore {

    /** Names the storage policy of a container (Object Storage API, "Create container"). */
    static final String POLICY = "X-Storage-Policy";

    private static final int CONFLICT = 409;

    private final Context logins;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;
    private final String policy;
    private final SwiftManifests manifests;
    private final SwiftLargeObjects largeObjects;

    /**
     * @param transport closed with this store
     */
    SwiftStore(JcloudsSettings settings, Context logins, SwiftRequests requests, HttpTransport transport) {
        this(settings, logins, requests, new SwiftDialect(settings.name(), requests), transport);
    }

    private SwiftStore(
            JcloudsSettings settings,
            Context logins,
            SwiftRequests requests,
            SwiftDialect dialect,
            HttpTransport transport) {
        super(settings.name(), dialect, transport);
        this.policy = settings.storagePolicy();
        this.logins = logins;
        this.requests = requests;
        this.dialect = dialect;
        this.manifests = new SwiftManifests(this, requests, dialect);
        this.largeObjects = new SwiftLargeObjects(this, requests, dialect, manifests);
    }

    /** A short page may be followed by others (Ceph's gateway): only an empty one is the end. */
    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return page(bucket, prefix, from, Integer.MAX_VALUE);
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return page(bucket, prefix, after, most);
    }

    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        List<ObjectEntry> found = page(bucket, key, null, 1).entries();
        new AskedPrefix(key, location(bucket, key).toString()).checkAll(found);
        return found.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** Replicas may differ for a while: the newest tells (Object Storage API, "Show object metadata"). */
    @Override
    public boolean exists(String bucket, String key) {
        try (HttpReply reply = dialect.send("HEAD", bucket, key, Map.of("X-Newest", "true"), null)) {
            if (!reply.isSuccess() && reply.status() != 404) {
                throw headError(reply, bucket, key);
            }
            return reply.isSuccess();
        }
    }

    /** Container servers hear of objects from the object servers, or later from an updater ("Eventual consistency"). */
    @Override
    public boolean listsLate() {
        return true;
    }

    @Override
    public boolean listsRanges(String bucket) {
        return true;
    }

    private ListingPage page(String bucket, String prefix, @Nullable String from, int most) {
        String query = "?format=json" + dialect.known().shortPages().query(most)
                + (prefix.isEmpty() ? "" : "&prefix=" + PercentEncoding.query(prefix))
                + (from == null ? "" : "&marker=" + PercentEncoding.query(from));
        String what = "listing " + bucketName(bucket);
        try (HttpReply reply = requests.container("GET", bucket, query)) {
            if (reply.status() == 204) {
                return new ListingPage(List.of(), null);
            }
            if (dialect.known().shortPages().explains(reply.status(), most, () -> dialect.known()
                    .info()
                    .facts()
                    .page())) {
                return page(bucket, prefix, from, most);
            }
            if (reply.status() != 200) {
                throw dialect.bucketError(reply, bucket, what);
            }
            return page(reply);
        } catch (IOException e) {
            throw broken(what, e);
        }
    }

    private static ListingPage page(HttpReply reply) throws IOException {
        try (PageBytes bytes = PageBytes.of(reply)) {
            List<ObjectEntry> entries = SwiftListing.read(bytes);
            reply.drain();
            return new ListingPage(
                    entries,
                    entries.isEmpty() ? null : entries.get(entries.size() - 1).key());
        }
    }

    /**
     * A POST, which replaces all metadata and, but for Content-Type, all headers (Object Storage API, "Create or update
     * object metadata"). The manifest of a dynamic large object is a header, and would be lost with it; the segments of a
     * static one are not reached, and have times of deletion of their own.
     */
    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        String what = location(bucket, key).toString();
        ETag present;
        ObjectMetadata before;
        boolean losesHeaders;
        KeptHeaders kept = dialect.known().keptHeaders();
        try (HttpReply reply = dialect.send("HEAD", bucket, key, Map.of(), null)) {
            if (!reply.isSuccess() || reply.header("X-Object-Manifest").isPresent()) {
                throw new CopyRefusedException(what + ": no object whose metadata can be replaced", false);
            }
            present = SwiftHeaders.etag(reply);
            before = SwiftHeaders.info(reply).metadata();
            losesHeaders = hasMore(reply, as);
            if (losesHeaders && kept.areKnown()) {
                throw new CopyRefusedException(what + ": the store would keep headers that it is to lose", false);
            }
            if (!present.isMd5()
                    && !Objects.equals(
                            SwiftHeaders.deleteAt(reply), as.metadata().deleteAt())) {
                throw new CopyRefusedException(what + ": its segments would be deleted at another time", false);
            }
        }
        if (present.isMd5() && as.etag().isMd5() && !present.sameContentAs(as.etag())) {
            throw new CopyRefusedException(what + ": it has changed", false);
        }
        try (HttpReply reply =
                dialect.send("POST", bucket, key, SwiftHeaders.toSend(as.metadata()), HttpBody.NOTHING)) {
            if (!reply.isSuccess()) {
                if (dialect.quirks()
                        .explain(new Refusal(bucket, key, reply.status(), reply.errorText(), as.metadata()))) {
                    throw new CopyRefusedException(what + ": the server refuses its metadata", false);
                }
                StoreException error = dialect.error(reply, what);
                // whatever it is that refuses this request, such as a proxy, may let a PUT pass
                throw error.isTransient() ? error : new CopyRefusedException(String.valueOf(error.getMessage()), false);
            }
            reply.drain();
        } catch (IOException e) {
            throw broken(what, e);
        }
        if (losesHeaders && keepsHeaders(bucket, key, as)) {
            kept.learn();
            throw new CopyRefusedException(what + ": the store has kept headers that it was to lose", false);
        }
        checkKept(dialect.known().droppedMetadata(), bucket, key, as.metadata(), before);
        return present;
    }

    private boolean keepsHeaders(String bucket, String key, ObjectInfo as) {
        try (HttpReply reply = dialect.send("HEAD", bucket, key, Map.of(), null)) {
            return reply.isSuccess() && hasMore(reply, as);
        }
    }

    private static boolean hasMore(HttpReply reply, ObjectInfo as) {
        return KeptHeaders.hasMore(
                SwiftHeaders.info(reply).metadata().headers(), as.metadata().headers());
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return info.etag().isMd5() ? List.of() : manifests.layouts(bucket, key, info);
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return Optional.of(largeObjects);
    }

    @Override
    public Optional<String> storageUrl() {
        return Optional.of(requests.storage().toString());
    }

    /** One account: the token of another one opens nothing here. */
    @Override
    public Optional<String> copyScope() {
        return Optional.of("the account of " + bucketName(""));
    }

    @Override
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        return new BulkDeletion(
                        dialect.known()
                                .info()
                                .known()
                                .map(told -> Math.min(told.deletions(), SwiftBulkDelete.LIMIT))
                                .orElse(SwiftBulkDelete.LIMIT),
                        SwiftBulkDelete::canHold,
                        this::deleteTogether,
                        this::delete,
                        dialect.known().vagueBulkDeletes())
                .delete(bucket, keys);
    }

    private BulkAnswer deleteTogether(String bucket, List<String> keys) {
        byte[] request = SwiftBulkDelete.request(bucket, keys);
        Map<String, String> headers = Map.of("Content-Type", "text/plain", "Accept", "application/json");
        HttpBody body = new HttpBody(new ByteArrayInputStream(request), request.length);
        String what = "deleting in " + bucketName(bucket);
        try (HttpReply reply = requests.account("POST", "?bulk-delete", headers, body)) {
            // without that part of Swift, this is a request to change the account's metadata: 204, and none were sent
            if (reply.isSuccess()) {
                return SwiftBulkDelete.read(reply.answer(AnswerKind.RESULTS), name(), bucket, keys);
            }
            StoreException error = dialect.error(reply, what);
            if (BulkDeletion.isRefused(reply.status(), error)) {
                return BulkAnswer.NOTHING;
            }
            throw error;
        } catch (IOException e) {
            throw broken(what, e);
        }
    }

    @Override
    public List<String> buckets() {
        return new SwiftContainerNames(name(), requests, dialect).all();
    }

    @Override
    public boolean bucketExists(String bucket) {
        try (HttpReply reply = requests.container("HEAD", bucket, "")) {
            noteClock(reply);
            // an ACL may allow to list what may not be asked for: the listing tells
            if (reply.isSuccess() || reply.status() == 403) {
                return true;
            }
            return reply.status() != 404 && isToldByListing(bucket);
        }
    }

    /** Whether there is a container whose HEAD failed: the answer to a HEAD has no text; that of a listing has. */
    private boolean isToldByListing(String bucket) {
        try (HttpReply listing = requests.container("GET", bucket, "?limit=1")) {
            if (!listing.isSuccess() && listing.status() != 404) {
                throw dialect.bucketError(listing, bucket, bucketName(bucket));
            }
            return listing.isSuccess();
        }
    }

    @Override
    public void createBucket(String bucket) {
        createContainer(bucket, "");
    }

    /**
     * Makes a container, unless it is there.
     *
     * @param otherwise its policy where none is set for this store; empty for the service's own choice
     */
    void createContainer(String container, String otherwise) {
        String wanted = policy.isEmpty() ? otherwise : policy;
        Map<String, String> headers = wanted.isEmpty() ? Map.of() : Map.of(POLICY, wanted);
        try (HttpReply reply = requests.container("PUT", container, headers)) {
            // it is there, with another policy
            if (!reply.isSuccess() && reply.status() != CONFLICT) {
                throw NewBucket.refusal(dialect.error(reply, "cannot create the container " + bucketName(container)));
            }
        }
    }

    @Override
    public void close() {
        super.close();
        logins.close();
    }
}
