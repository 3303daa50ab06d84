package org.multicloudmirror.component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.Message;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.StoreException;

/**
 * Knows a listing by its digest: one listing, in the memory of one page. A listing that fails is a change too, told once:
 * the route behind finds out why, and reports it.
 */
final class ListingDigest implements ListingWatch {

    private static final String FAILED = "failed";

    private final ObjectLocation location;
    private final StoreAccess stores;
    private String known = "";
    private String found = "";

    ListingDigest(ObjectLocation location, StoreAccess stores) {
        this.location = location;
        this.stores = stores;
    }

    @Override
    public boolean look() {
        found = digest();
        return !found.equals(known);
    }

    @Override
    public void tell(Message message) {
        message.setHeader(ObjectStoreConstants.LOCATION, location);
    }

    @Override
    public void told(boolean again) {
        // what a route left half done is told whatever comes next, be it as it was before
        known = again && !found.equals(FAILED) ? "" : found;
    }

    @Override
    public void close() {}

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            stores.pages(location, Operation.CHANGES)
                    .forEachRemaining(page -> page.forEach(entry -> digest.update(line(entry))));
            return HexFormat.of().formatHex(digest.digest());
        } catch (StoreException e) {
            return FAILED;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The key's length goes first, so that no key can look like another's end. */
    private static byte[] line(ObjectEntry entry) {
        String text = entry.key().length() + " " + entry.key() + " " + entry.size() + " "
                + entry.etag().value()
                // a manifest's content may change while its listing stays
                + (entry.maybeManifest() ? " " + entry.lastModified() : "") + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
