package org.multicloudmirror.driver.jclouds;

import java.util.Optional;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.HttpReply;
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
    void require(SwiftStore store, SwiftRequests requests, String container, boolean isMade) {
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
            make(store, segments, policy(requests, container));
        }
        present.learn(segments, true);
    }

    /** The container was found missing: it is looked for, or made, before the next upload. */
    void forget(String container) {
        present.unlearn(SwiftSegments.container(container));
    }

    private static void make(SwiftStore store, String segments, String policy) {
        try {
            store.createContainer(segments, policy);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(
                    "the container " + segments + " for the segments of large objects does not exist, and may not be"
                            + " created by this user; create it (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Segments lie as the objects do that they are of. */
    private static String policy(SwiftRequests requests, String container) {
        try (HttpReply reply = requests.container("HEAD", container, "")) {
            Optional<String> told = reply.isSuccess() ? reply.header(SwiftStore.POLICY) : Optional.empty();
            return told.orElse("");
        }
    }
}
