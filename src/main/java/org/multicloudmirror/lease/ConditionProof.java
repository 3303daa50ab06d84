package org.multicloudmirror.lease;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.RejectedException;

/**
 * Whether a store heeds the conditions of writes, tried on a lease that was just taken: many services and gateways pass
 * over them. Tried once for each destination.
 */
final class ConditionProof {

    /** No text has the MD5 of zeros, as far as anybody knows. */
    private static final String NOBODYS_TAG = "\"00000000000000000000000000000000\"";

    private final Set<String> proven = ConcurrentHashMap.newKeySet();

    /**
     * Tries what must be refused.
     *
     * @param ours what is there
     * @throws RejectedException when it is not; the lease is removed
     */
    void check(LeasePlace place, LeaseText ours) {
        if (proven.contains(place.where())) {
            return;
        }
        refused(place, place.create(ours), "If-None-Match: *");
        LeaseObjects objects = place.objects();
        if (objects.comparesTags()) {
            refused(place, place.replace(ours, NOBODYS_TAG), "If-Match");
        }
        proven.add(place.where());
    }

    private static void refused(LeasePlace place, Optional<String> written, String condition) {
        if (written.isPresent()) {
            place.remove(written.get());
            throw new RejectedException("the store of " + place.where() + " writes in spite of \"" + condition
                    + "\", and can hold no lease: set mirror.lease=off, and let one machine alone write there");
        }
    }
}
