package org.multicloudmirror.testing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.testing.FakeRequests.Operation;

/**
 * A store in memory that keeps the rules of a real one: it lists pages in UTF-8 byte order, reads exactly the
 * announced bytes of an upload, proves them and keeps what it had when they are wrong. For many threads.
 */
public class FakeStore implements ObjectStore {

    private final Map<String, NavigableMap<String, FakeObject>> buckets = new ConcurrentHashMap<>();
    private final FakeRequests requests = new FakeRequests();
    private final FakeListing listing = new FakeListing();
    private volatile MetadataLimits limits = MetadataLimits.NONE;
    private volatile @Nullable FakeStore service;
    private volatile @Nullable FakeLargeObjects largeObjects;
    private volatile @Nullable FakeLeases leases;
    private final Set<String> vanishing = ConcurrentHashMap.newKeySet();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private volatile boolean listsLate;
    private volatile String name = "fake";
    private volatile boolean closed;

    /** What was asked of it, and what is to go wrong. */
    public FakeRequests requests() {
        return requests;
    }

    /** Is called this in its errors. */
    FakeStore named(String given) {
        name = given;
        return this;
    }

    /** The sizes of a listing's pages, in their order; the last holds for all that follow. 0 is an empty page. */
    public FakeStore pageSizes(Integer... sizes) {
        listing.pageSizes(List.of(sizes));
        return this;
    }

    /** Does not know of a page that it is the last before it finds the next one empty, as Swift. */
    public FakeStore endsWithEmptyPage() {
        listing.endsWithEmptyPage();
        return this;
    }

    /** Lists from the first key, whichever it is asked to begin behind. */
    public FakeStore beginsAtTheBeginning() {
        listing.beginAtTheBeginning();
        return this;
    }

    /** Lists in another order, or a key twice, or not at all. */
    public FakeStore listedAs(UnaryOperator<List<ObjectEntry>> order) {
        listing.order(order);
        return this;
    }

    /** Lists a key until it is asked for the object, which is gone then. */
    public FakeStore vanishing(String key) {
        vanishing.add(key);
        return this;
    }

    /** Lists a key, and answers that it is not there. */
    public FakeStore hiding(String key) {
        hidden.add(key);
        return this;
    }

    /** Says that its listings lag behind. */
    public FakeStore listsLate(boolean late) {
        listsLate = late;
        return this;
    }

    /** Copies on the server from itself and from another store that is told the same. */
    public FakeStore copiesOnServer(FakeStore from) {
        service = from;
        return this;
    }

    /** Holds metadata only within these limits; what it is given beyond them is a mistake of the test's subject. */
    public FakeStore holding(MetadataLimits metadataLimits) {
        limits = metadataLimits;
        return this;
    }

    /** Makes an empty bucket. */
    public FakeStore bucket(String bucket) {
        buckets.putIfAbsent(bucket, new ConcurrentSkipListMap<>(Keys.ORDER));
        return this;
    }

    /** Holds an object, in a bucket that is made with it. */
    public FakeStore with(String bucket, String key, FakeObject object) {
        bucket(bucket).objects(bucket).put(key, object);
        return this;
    }

    /** Holds an object with this text. */
    public FakeStore with(String bucket, String key, String text) {
        return with(bucket, key, FakeObject.of(text));
    }

    /** The objects of a bucket as they are now, in key order. */
    public NavigableMap<String, FakeObject> objects(String bucket) {
        NavigableMap<String, FakeObject> objects = buckets.get(bucket);
        if (objects == null) {
            throw new BucketMissingException("the bucket " + name + "://" + bucket + " does not exist");
        }
        return objects;
    }

    /** An object as it is now; throws as the requests do when it is not there. */
    public FakeObject object(String bucket, String key) {
        if (vanishing.contains(key)) {
            objects(bucket).remove(key);
        }
        FakeObject object = hidden.contains(key) ? null : objects(bucket).get(key);
        if (object == null) {
            throw new ObjectGoneException(location(bucket, key), location(bucket, key) + ": not found");
        }
        return object;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        requests.begin(Operation.LIST, bucket);
        return listing.page(objects(bucket), prefix, from);
    }

    @Override
    public ListingPage listAfter(String bucket, String prefix, String after, int most) {
        requests.begin(Operation.LIST, bucket);
        return listing.pageAfter(objects(bucket), prefix, after, most);
    }

    @Override
    public boolean listsRanges(String bucket) {
        return true;
    }

    @Override
    public boolean listsLate() {
        return listsLate;
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        requests.begin(Operation.HEAD, key);
        return object(bucket, key).info();
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        int number = requests.begin(Operation.GET, key);
        FakeObject object = object(bucket, key);
        return new ObjectContent(object.info(), requests.body(Operation.GET, key, number, object.bytes()));
    }

    @Override
    public ObjectContent get(String bucket, String key, Slice slice) {
        int number = requests.begin(key, slice);
        FakeObject object = object(bucket, key);
        ObjectInfo info = object.info();
        if (slice.version().isKnown()
                && !info.etag().value().equals(slice.version().value())) {
            throw new SourceChangedException(location(bucket, key).toString());
        }
        int from = Math.toIntExact(slice.offset());
        byte[] bytes = Arrays.copyOfRange(object.bytes(), from, from + Math.toIntExact(slice.length()));
        ObjectInfo told = new ObjectInfo(slice.length(), info.etag(), info.lastModified(), info.metadata());
        return new ObjectContent(told, requests.body(Operation.SLICE, key, number, bytes));
    }

    @Override
    public List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return object(bucket, key).layouts();
    }

    @Override
    public Optional<LargeObjects> largeObjects() {
        return Optional.ofNullable(largeObjects);
    }

    /** Puts objects together from parts. */
    public FakeLargeObjects takesParts(PartLimits limits, AssembledTag tag) {
        FakeLargeObjects taking = new FakeLargeObjects(this, limits, tag);
        largeObjects = taking;
        return taking;
    }

    /** Holds leases. */
    public FakeLeases holdsLeases() {
        FakeLeases holding = new FakeLeases(this);
        leases = holding;
        return holding;
    }

    @Override
    public Optional<LeaseObjects> leaseObjects() {
        return Optional.ofNullable(leases);
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        requests.begin(Operation.PUT, key);
        NavigableMap<String, FakeObject> objects = objects(bucket);
        FakeObject received = FakeObject.received(location(bucket, key).toString(), upload);
        objects.put(key, received);
        return received.info().etag();
    }

    @Override
    public MetadataLimits metadataLimits(String bucket, String key) {
        return limits;
    }

    @Override
    public ETag update(String bucket, String key, ObjectInfo as) {
        requests.begin(Operation.UPDATE, key);
        FakeObject object = objects(bucket).get(key);
        if (object == null) {
            throw new CopyRefusedException(location(bucket, key) + ": not found", false);
        }
        if (!object.info().etag().equals(as.etag())) {
            throw new CopyRefusedException(location(bucket, key) + ": it has changed", false);
        }
        object.metadata(as.metadata());
        return as.etag();
    }

    @Override
    public Optional<String> copyScope() {
        return Optional.ofNullable(service).map(from -> "the fake service");
    }

    @Override
    public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        requests.begin(Operation.COPY, key);
        FakeObject copied = requireNonNull(service).object(source.bucket(), source.key());
        if (!copied.info().etag().equals(as.etag())) {
            throw new TransientStoreException(location(bucket, key) + ": its source changed");
        }
        objects(bucket).put(key, FakeObject.of(copied.bytes()).metadata(as.metadata()));
        return copied.info().etag();
    }

    @Override
    public void delete(String bucket, String key) {
        requests.begin(Operation.DELETE, key);
        objects(bucket).remove(key);
    }

    @Override
    public boolean bucketExists(String bucket) {
        requests.begin(Operation.BUCKET_EXISTS, bucket);
        return buckets.containsKey(bucket);
    }

    @Override
    public void createBucket(String bucket) {
        requests.begin(Operation.CREATE_BUCKET, bucket);
        bucket(bucket);
    }

    @Override
    public void close() {
        closed = true;
    }

    private ObjectLocation location(String bucket, String key) {
        return new ObjectLocation(name, bucket, key);
    }
}
