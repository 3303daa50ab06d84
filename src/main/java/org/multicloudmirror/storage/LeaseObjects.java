package org.multicloudmirror.storage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The side of a store that holds leases: small texts that are written on a condition. Each request is sent once, and is
 * neither held back nor counted with those of a run.
 */
public interface LeaseObjects {

    /**
     * What is there.
     *
     * @param text as it was written
     * @param tag what {@link #replace} asks for
     * @param written when, by the store's clock
     */
    record Found(String text, String tag, Instant written) {}

    /**
     * An answer to a look.
     *
     * @param found null when nothing is there
     * @param now by the store's clock
     */
    record Look(@Nullable Found found, Instant now) {}

    /**
     * Whether {@link #replace} writes in the place of that one text only. Where it does not, a reader sees the newest text
     * all the same, and the last one who wrote has it.
     */
    boolean comparesTags();

    /**
     * What is there now, of all replicas where a store has several.
     *
     * @throws BucketMissingException when there is no such bucket, where the store tells that from a missing key
     * @throws RejectedException when the store does not tell what time it is
     */
    Look look(String bucket, String key);

    /**
     * Writes a text where nothing is.
     *
     * @return its tag, which is empty where the store does not tell it; nothing when the store says that something is there,
     *     or that another one writes at the same time
     * @throws BucketMissingException when there is no such bucket
     * @throws RejectedException when the store takes no such condition
     */
    Optional<String> create(String bucket, String key, String text);

    /**
     * Writes a text in the place of another.
     *
     * @param tag of that one
     * @return as {@link #create} does
     */
    Optional<String> replace(String bucket, String key, String text, String tag);

    /**
     * Removes a text; none that the store knows to be another one.
     *
     * @param tag of that one
     */
    void remove(String bucket, String key, String tag);
}
