package org.multicloudmirror.driver.jclouds;

import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;

/**
 * The containers of segments that are there. Each is looked for before it is made, as a user who may write into one need
 * not be allowed to make one; and looked for again when something in it is not found.
 */
final class KnownContainers implements Quirk {

    private final Learnt<Boolean> present;

    KnownContainers(QuirkMemory memory) {
        this.present = new Learnt<>(memory);
    }

    /**
     * Sees to it that the container of a container's segments is there.
     *
     * @param isMade whether it is made when it is not
     * @throws BucketMissingException when it is not there, and cannot or must not be made
     */
    void require(SwiftStore store, SwiftContainers containers, String container, boolean isMade) {
        String segments = SwiftSegments.container(container);
        if (present.is(segments, true)) {
            return;
        }
        // who may write need not be allowed to look (403): then it counts as there, and the segments tell
        if (!store.bucketExists(segments)) {
            if (!isMade) {
                throw new BucketMissingException("the container " + segments
                        + " for the segments of large objects does not exist; create it or leave out --no-create");
            }
            // segments lie as the objects do that they are of
            make(containers, segments, containers.policy(container));
        }
        present.learn(segments, true);
    }

    /** The container was found missing: it is looked for, or made, before the next upload. */
    void forget(String container) {
        present.unlearn(SwiftSegments.container(container));
    }

    private static void make(SwiftContainers containers, String segments, String policy) {
        try {
            containers.create(segments, policy);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(
                    "the container " + segments + " for the segments of large objects does not exist, and may not be"
                            + " created by this user; create it (" + e.getMessage() + ")",
                    e);
        }
    }
}
