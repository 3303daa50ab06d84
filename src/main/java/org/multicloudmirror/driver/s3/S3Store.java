package org.multicloudmirror.driver.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.BulkDeletion;
import org.multicloudmirror.driver.HttpLeaseObjects;
import org.multicloudmirror.driver.HttpObjectStore;
import org.multicloudmirror.driver.quirk.DroppedMetadata;
import org.multicloudmirror.driver.quirk.VagueBulkDeletes;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.AskedPrefix;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StorePages;

/** A service that speaks the S3 protocol. */
public final class S3Store extends HttpObjectStore {

    /** What "CopyObject" takes (S3 API reference), in bytes. */
    private static final long COPY_LIMIT = 5L << 30;

    private final S3Requests requests;
    private final S3Dialect dialect;
    private final DroppedMetadata dropped;
    private final S3Pages pages;
    private final S3Buckets buckets;
    private final S3Layouts layouts;
    private final S3LargeObjects largeObjects;
    private final ProvenCopies copies;
    private final VagueBulkDeletes vagueBulkDeletes;
    private final ListedKeys listedKeys;
    private final String scope;

    /**
     * @param transport closed with this store
     */
    public S3Store(S3Settings settings, HttpTransport transport) {
        this(settings, transport, Clock.systemUTC());
    }

    /**
     * @param clock this machine's, which may be wrong
     */
    S3Store(S3Settings settings, HttpTransport transport, Clock clock) {
        this(settings, S3Quirks.of(settings, clock), transport);
    }

    private S3Store(S3Settings settings, S3Quirks quirks, HttpTransport transport) {
        this(settings, quirks, new S3Requests(settings, transport, quirks), transport);
    }

    private S3Store(S3Settings settings, S3Quirks quirks, S3Requests requests, HttpTransport transport) {
        this(settings, quirks, requests, new S3Dialect(settings, requests, quirks), transport);
    }

    private S3Store(
            S3Settings settings, S3Quirks quirks, S3Requests requests, S3Dialect dialect, HttpTransport transport) {
        super(settings.name(), dialect, transport);
        this.requests = requests;
        this.dialect = dialect;
        this.dropped = quirks.droppedMetadata();
        this.pages = new S3Pages(settings.name(), requests, dialect, quirks.pageTokens(), quirks.listedKeys());
        this.layouts = new S3Layouts(requests, dialect, quirks.untoldParts());
        this.largeObjects = new S3LargeObjects(settings.name(), requests, dialect, quirks);
        this.copies = new ProvenCopies(dialect, largeObjects, quirks.ignoredCopySources());
        this.listedKeys = quirks.listedKeys();
        this.vagueBulkDeletes = quirks.vagueBulkDeletes();
        this.buckets = new S3Buckets(settings.name(), requests, dialect);
        this.scope = settings.endpoint() + " " + settings.region();
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        return pages.page(bucket, prefix, S3Place.parse(from), Integer.MAX_VALUE);
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        return pages.page(bucket, prefix, S3Place.behind(after), most);
    }

    /**
     * One page of one key. Directory buckets list whole directories only (ListObjectsV2, API reference); a page may be
     * empty and lead on.
     */
    @Override
    public Optional<ObjectEntry> listed(String bucket, String key) {
        if (listsRanges(bucket)) {
            return first(bucket, key);
        }
        StorePages pages = new StorePages(this, bucket, key.substring(0, key.lastIndexOf('/') + 1), bucket);
        Optional<ObjectEntry> found = Optional.empty();
        while (found.isEmpty() && pages.hasNext()) {
            found = named(pages.next(), key);
        }
        return found;
    }

    /** A key that was read otherwise than it was written is there, too. */
    @Override
    public boolean isListed(String bucket, String key) {
        return listed(bucket, key).isPresent()
                || (listsRanges(bucket) && listedKeys.isMistaken(key, other -> first(bucket, other)));
    }

    private Optional<ObjectEntry> first(String bucket, String key) {
        ListingPage page = pages.page(bucket, key, S3Place.BEGINNING, 1);
        if (page.entries().isEmpty() && page.next() != null) {
            return super.listed(bucket, key);
        }
        new AskedPrefix(key, where(bucket, key)).checkAll(page.entries());
        return named(page.entries(), key);
    }

    private static Optional<ObjectEntry> named(List<ObjectEntry> entries, String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    /** Directory buckets have no order, and no {@code start-after} (ListObjectsV2, API reference). */
    @Override
    public boolean listsRanges(String bucket) {
        return !bucket.endsWith("--x-s3");
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        return copies.make(source, as, location(bucket, key), () -> super.copy(source, as, bucket, key));
    }

    /**
     * A copy onto itself, which keeps the bytes and, of an object in one piece, the tag. Asking it first costs a HEAD,
     * and keeps its storage class where none is set.
     */
    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        ObjectInfo present;
        try {
            present = head(bucket, key);
        } catch (ObjectGoneException e) {
            throw new CopyRefusedException(location(bucket, key) + ": no object whose metadata can be replaced", false);
        }
        if (!present.etag().isMd5()
                || !present.etag().sameContentAs(as.etag())
                || present.length().orElse(Long.MAX_VALUE) > COPY_LIMIT) {
            throw new CopyRefusedException(
                    location(bucket, key) + ": a copy onto itself would change the tag \"" + present.etag() + "\"",
                    false);
        }
        Map<String, String> headers = dialect.copyHeaders(location(bucket, key), as);
        String storageClass = present.metadata().storageClass();
        if (storageClass != null) {
            headers.putIfAbsent(S3Headers.STORAGE_CLASS, storageClass);
        }
        try {
            ObjectLocation itself = location(bucket, key);
            ETag written = copies.make(itself, as, itself, () -> copy(headers, as, bucket, key));
            dropped.check(itself, as.metadata(), present.metadata(), () -> head(bucket, key)
                    .metadata());
            return written;
        } catch (ArchivedException e) {
            throw new CopyRefusedException(String.valueOf(e.getMessage()), false);
        }
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return layouts.of(bucket, key, info, where(bucket, key));
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return Optional.of(largeObjects);
    }

    @Override
    public Optional<LeaseObjects> leaseObjects() {
        return Optional.of(new HttpLeaseObjects(name(), dialect, Map.of(), true));
    }

    /** One endpoint and one region; whether the credentials reach as far, the server tells. */
    @Override
    public Optional<String> copyScope() {
        return Optional.of(scope);
    }

    @Override
    public Map<String, StoreException> delete(String bucket, List<String> keys) {
        return new BulkDeletion(
                        S3BulkDelete.LIMIT, S3BulkDelete::canHold, this::deleteTogether, this::delete, vagueBulkDeletes)
                .delete(bucket, keys);
    }

    private BulkAnswer deleteTogether(String bucket, List<String> keys) {
        byte[] request = S3BulkDelete.request(keys);
        // the service demands it of this request (S3 API reference, DeleteObjects)
        String md5 = Md5.of(request).md5Base64();
        Map<String, String> headers = Map.of("Content-MD5", md5, "Content-Type", "application/xml");
        HttpBody body = new HttpBody(new ByteArrayInputStream(request), request.length);
        String what = "deleting in " + bucketName(bucket);
        try (HttpReply reply = requests.bucket("POST", bucket, new TreeMap<>(Map.of("delete", "")), headers, body)) {
            if (reply.isSuccess()) {
                return S3BulkDelete.read(reply.answer(AnswerKind.RESULTS), name(), bucket, keys);
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
        return new S3BucketNames(name(), requests, dialect).all();
    }

    @Override
    public boolean bucketExists(String bucket) {
        try (HttpReply reply = requests.bucket("HEAD", bucket, new TreeMap<>())) {
            noteClock(reply);
            // a policy may allow what begins with a prefix only: the listing tells
            if (!reply.isSuccess() && reply.status() != 403 && reply.status() != 404) {
                throw dialect.bucketError(reply, bucket, bucketName(bucket));
            }
            return reply.status() != 404;
        }
    }

    @Override
    public void createBucket(String bucket) {
        buckets.create(bucket);
    }
}
