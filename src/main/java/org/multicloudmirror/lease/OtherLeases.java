package org.multicloudmirror.lease;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.LeaseObjects.Found;
import org.multicloudmirror.storage.LeaseObjects.Look;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Retry;

/**
 * The leases on other prefixes of the same bucket.
 *
 * @param own where the own one is
 * @param prefix that it is on
 */
record OtherLeases(ObjectStore store, LeasePlace own, String prefix, Retry retry) {

    /** Who has one that overlaps, in words; empty when nobody has. */
    Optional<String> holder() {
        @Nullable String from = null;
        do {
            ListingPage page = store.list(own.bucket(), LeaseKeys.PREFIX, from);
            for (ObjectEntry entry : page.entries()) {
                Optional<String> holder = entry.key().equals(own.key()) ? Optional.empty() : holder(entry.key());
                if (holder.isPresent()) {
                    return holder;
                }
            }
            from = page.next();
        } while (from != null);
        return Optional.empty();
    }

    private Optional<String> holder(String key) {
        Look look = retry.of(() -> own.objects().look(own.bucket(), key));
        Found found = look.found();
        return found == null
                ? Optional.empty()
                : LeaseText.read(found.text())
                        .filter(lease -> lease.overlaps(prefix))
                        .flatMap(lease -> holder(lease, found, look.now()));
    }

    /** Who has a lease, in words; empty when it has run out. */
    static Optional<String> holder(LeaseText lease, Found found, Instant now) {
        Instant end = new LeaseTerm(lease.length()).end(found);
        return now.isAfter(end)
                ? Optional.empty()
                : Optional.of(lease.holder() + "; its lease holds until " + end + " unless it is renewed");
    }
}
