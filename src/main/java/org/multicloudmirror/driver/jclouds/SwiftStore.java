package org.multicloudmirror.driver.jclouds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jclouds.Context;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.BulkDeletion;
import org.multicloudmirror.driver.HttpLeaseObjects;
import org.multicloudmirror.driver.HttpObjectStore;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.AskedPrefix;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.StoreException;

/** OpenStack Swift and Rackspace Cloud Files: authentication by jclouds, objects over the lean layer. */
final class SwiftStore extends HttpObjectStore {

    private final Context logins;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;
    private final SwiftPages pages;
    private final SwiftMetadataUpdate update;
    private final SwiftContainers containers;
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
        this.logins = logins;
        this.requests = requests;
        this.dialect = dialect;
        this.pages = new SwiftPages(settings.name(), requests, dialect);
        this.update = new SwiftMetadataUpdate(this, dialect);
        this.containers = new SwiftContainers(settings, requests, dialect);
        this.manifests = new SwiftManifests(this, requests, dialect);
        this.largeObjects = new SwiftLargeObjects(this, requests, dialect, containers, manifests);
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return pages.page(bucket, prefix, from, Integer.MAX_VALUE);
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return pages.page(bucket, prefix, after, most);
    }

    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        List<ObjectEntry> found = pages.page(bucket, key, null, 1).entries();
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

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        return update.make(bucket, key, as);
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return info.etag().isMd5() ? List.of() : manifests.layouts(bucket, key, info);
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return Optional.of(largeObjects);
    }

    /** A PUT has no other condition than {@code If-None-Match: *} (Object Storage API, "Create or replace object"). */
    @Override
    public Optional<LeaseObjects> leaseObjects() {
        return Optional.of(new HttpLeaseObjects(name(), dialect, Map.of("X-Newest", "true"), false));
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
        containers.create(bucket);
    }

    @Override
    public void close() {
        super.close();
        logins.close();
    }
}
