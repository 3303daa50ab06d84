package org.multicloudmirror.storage;

import java.util.List;
import java.util.Optional;

/**
 * The side of a store that puts objects together from parts. Nothing replaces the object of a key before
 * {@link #complete}. Safe for use by many threads; each request is sent once, unless it says otherwise.
 */
public interface LargeObjects {

    /** What the store takes in a bucket, as far as is known; it may be asked for that, the first time. */
    PartLimits limits(String bucket);

    /** How the tags of its assembled objects are made. */
    AssembledTag tag();

    /**
     * Begins an upload.
     *
     * @param metadata what goes along with the object; {@link #complete} is told it again
     * @param createsContainer whether a container that the parts need is made where it is missing
     * @throws BucketMissingException when it is missing and not to be made
     */
    PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer);

    /**
     * Sends one part; the same number again replaces it.
     *
     * @param number from 1 up
     * @param part its metadata are used only where parts are objects
     * @return the tag that the store gives it
     * @throws CorruptCopyException when the store received other bytes
     */
    ETag put(PartedUpload upload, int number, Upload part);

    /**
     * Has the server copy some bytes of an object of its own as one part.
     *
     * @param slice of the source, in the version that it names
     * @param metadata of the part, used only where parts are objects
     * @return the tag that the store gives the part
     * @throws CopyRefusedException when the server will not
     * @throws SourceChangedException when the source is another version
     */
    ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata);

    /**
     * Puts the parts together, whole or not at all.
     *
     * @param parts all, in their order
     * @return the tag of what the store now holds
     * @throws CorruptCopyException when the parts there are others; what it held before is still there
     */
    ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts);

    /**
     * Removes what an upload left: one that is under way, or the parts of a completed one whose object is no more. One
     * that is not there is removed.
     */
    void discard(PartedUpload upload);

    /**
     * The upload of ours whose parts the present object of a key consists of, where the store keeps those parts as
     * objects, which stay when the object goes.
     */
    Optional<PartedUpload> current(String bucket, String key);

    /**
     * The same before parts are removed that the present object may consist of.
     *
     * @throws RejectedException when the store does not tell what it consists of
     */
    default Optional<PartedUpload> inUse(String bucket, String key) {
        return current(bucket, key);
    }
}
