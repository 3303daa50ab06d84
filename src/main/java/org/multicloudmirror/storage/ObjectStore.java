package org.multicloudmirror.storage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects in buckets. Implementations are safe for use by many threads and send each request once: what
 * may be repeated is repeated by a decorator (pages) or by the copy route (get and put together).
 *
 * <p>Every operation may throw {@link AccessDeniedException}, {@link TransientStoreException} and
 * {@link RejectedException}.
 */
public interface ObjectStore extends AutoCloseable {

    /**
     * One page of the keys that start with a prefix, in UTF-8 byte order.
     *
     * @param prefix empty for the whole bucket
     * @param from what the page before returned as {@link ListingPage#next}, or null for the first page
     * @throws BucketMissingException when there is no such bucket
     */
    ListingPage list(String bucket, String prefix, @Nullable String from);

    /**
     * The first page of the keys that start with a prefix and come behind a key, in UTF-8 byte order; {@link #list}
     * goes on from it.
     *
     * @param after the whole key, which need not be there
     * @param most how many entries at most, from 1; the store may give fewer
     * @throws BucketMissingException when there is no such bucket
     * @throws UnsupportedOperationException when {@link #listsRanges} is false
     */
    default ListingPage listAfter(String bucket, String prefix, String after, int most) {
        throw new UnsupportedOperationException("this store lists from the beginning only");
    }

    /** Whether a listing of a bucket can begin behind any key, and is in order as a whole. */
    default boolean listsRanges(String bucket) {
        return false;
    }

    /**
     * What a fresh listing tells of a key; empty when it does not name it. It costs one request where a bucket lists
     * ranges, and else reads the pages that begin with the key.
     *
     * @param key the whole key, not empty
     * @throws BucketMissingException when there is no such bucket
     */
    default Optional<ObjectEntry> listed(String bucket, String key) {
        boolean isOrdered = listsRanges(bucket);
        for (StorePages pages = new StorePages(this, bucket, key, bucket + "/" + key); pages.hasNext(); ) {
            List<ObjectEntry> page = pages.next();
            Optional<ObjectEntry> found =
                    page.stream().filter(entry -> entry.key().equals(key)).findFirst();
            // of the keys that begin with it, the key itself is the first
            if (found.isPresent() || (isOrdered && !page.isEmpty())) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a fresh listing names a key; costs what {@link #listed} does.
     *
     * @param key the whole key, not empty
     * @throws BucketMissingException when there is no such bucket
     */
    default boolean isListed(String bucket, String key) {
        return listed(bucket, key).isPresent();
    }

    /** Whether its listings may for some time name what is deleted, and not name what is there. */
    default boolean listsLate() {
        return false;
    }

    /**
     * Whether an object is there, asked as firmly as the store can be: of all replicas where it has several that may
     * differ. False is a 404 to a HEAD, and no proof where a server in between changes paths.
     */
    default boolean exists(String bucket, String key) {
        try {
            head(bucket, key);
            return true;
        } catch (ObjectGoneException e) {
            return false;
        }
    }

    /**
     * What an object's headers tell.
     *
     * @throws ObjectGoneException when it is not there
     */
    ObjectInfo head(String bucket, String key);

    /**
     * Opens an object for reading, its content encoding untouched.
     *
     * @throws ObjectGoneException when it is not there
     */
    ObjectContent get(String bucket, String key);

    /**
     * Opens some bytes of an object for reading, its content encoding untouched; the size that it tells is theirs.
     *
     * @throws ObjectGoneException when the object is not there
     * @throws SourceChangedException when it is another version
     * @throws RejectedException when the store gives out whole objects only
     */
    ObjectContent get(String bucket, String key, Slice slice);

    /**
     * The parts that an object was put together from, the likeliest first; none when it was not, or when there is
     * nothing to tell them by. It costs up to two requests, and one more for each part when they are of several sizes.
     *
     * @param info what its headers told
     * @throws SourceChangedException when it is another version by now
     */
    default List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        return List.of();
    }

    /** The side of it that puts objects together from parts; empty when it has none. */
    default Optional<LargeObjects> largeObjects() {
        return Optional.empty();
    }

    /** The side of it that holds leases; empty when it cannot. */
    default Optional<LeaseObjects> leaseObjects() {
        return Optional.empty();
    }

    /**
     * Writes an object whole or not at all.
     *
     * @return the tag of what the store now holds
     * @throws CorruptCopyException when the store received other bytes than {@link Upload#expected} says; what it
     *     held before is still there
     */
    ETag put(String bucket, String key, Upload upload);

    /** What it holds of an object's metadata as it is; a server that turns out to hold less of it narrows it. */
    default MetadataLimits metadataLimits(String bucket, String key) {
        return MetadataLimits.NONE;
    }

    /**
     * Replaces what goes along with an object's bytes, and leaves the bytes where they are.
     *
     * @param as the object's present tag as its listing has it, the size of its bytes, and the metadata that it gets
     * @return the tag of what the store now holds
     * @throws CopyRefusedException when it cannot, or would change more than that; the object is as it was
     */
    default ETag update(String bucket, String key, ObjectInfo as) {
        throw new CopyRefusedException("this store writes metadata with the bytes only", true);
    }

    /**
     * Where its account is, as its login tells; empty where no login tells such a thing.
     *
     * @throws StoreException when the login fails
     */
    default Optional<String> storageUrl() {
        return Optional.empty();
    }

    /**
     * What this store has in common with every store that it copies objects from by itself, without their bytes
     * coming here; empty when it never does.
     */
    default Optional<String> copyScope() {
        return Optional.empty();
    }

    /** Whether this store may be asked to copy that one's objects by itself. It may yet refuse. */
    default boolean copiesFrom(ObjectStore other) {
        return copyScope().isPresent() && copyScope().equals(other.copyScope());
    }

    /**
     * Has the server copy an object, whole or not at all.
     *
     * @param source an object of a store that {@link #copiesFrom} is true for
     * @param as its present tag, an MD5 that the copy is proven by, and the metadata that the copy gets
     * @return the tag of what the store now holds
     * @throws CopyRefusedException when the server will not
     * @throws CorruptCopyException when the copy has other bytes than the tag says
     * @throws ArchivedException when the source cannot be read
     */
    default ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
        throw new CopyRefusedException("this store copies nothing by itself", true);
    }

    /** Deletes an object; one that is not there is deleted. */
    void delete(String bucket, String key);

    /**
     * Deletes objects in as few requests as the store can; those that are not there are deleted.
     *
     * @return what failed, by key; empty when nothing did
     */
    default Map<String, StoreException> delete(String bucket, List<String> keys) {
        Map<String, StoreException> failures = new LinkedHashMap<>();
        for (String key : keys) {
            try {
                delete(bucket, key);
            } catch (StoreException e) {
                failures.put(key, e);
            }
        }
        return failures;
    }

    /**
     * The names of the buckets that belong to these credentials.
     *
     * @throws RejectedException when the store does not list them
     */
    default List<String> buckets() {
        throw new RejectedException("this store does not list its buckets; name one");
    }

    /** Whether the bucket exists; true, too, where the service does not tell these credentials: its listing does. */
    boolean bucketExists(String bucket);

    /** Creates a bucket; one that exists already and is ours is left as it is. */
    void createBucket(String bucket);

    /** How far at least its clock is ahead of this machine's, as far as is known; the times that it tells are of its clock. */
    default Duration clockAhead() {
        return Duration.ZERO;
    }

    /** How many requests it gets at a time, where that follows its throttling. */
    default Optional<ConcurrencyLimit> concurrency() {
        return Optional.empty();
    }

    /** What sees how its requests go, if anything does. */
    default Optional<CircuitBreaker> breaker() {
        return Optional.empty();
    }

    /** Gives connections back. */
    @Override
    void close();
}
