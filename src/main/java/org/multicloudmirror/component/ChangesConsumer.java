package org.multicloudmirror.component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StorePages;

/**
 * Lists a prefix at each poll, and sends a message when the listing is not what it was when the route last ended well:
 * one listing, in the memory of one page. A listing that fails is a change too, told once: the route behind finds out
 * why, and reports it.
 */
final class ChangesConsumer extends ScheduledPollConsumer {

    private static final String FAILED = "failed";

    private final ObjectLocation location;
    private final ObjectStores stores;
    private String known = "";

    ChangesConsumer(ChangesEndpoint endpoint, Processor processor, ObjectLocation location, ObjectStores stores) {
        super(endpoint, processor);
        this.location = location;
        this.stores = stores;
    }

    @Override
    protected int poll() throws Exception {
        String found = fingerprint();
        if (found.equals(known)) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setHeader(ObjectStoreConstants.LOCATION, location);
            getProcessor().process(exchange);
            boolean again = exchange.isFailed()
                    || "true".equals(exchange.getProperty(ObjectStoreConstants.AGAIN, String.class));
            // what a route left half done is told whatever comes next, be it as it was before
            known = again && !found.equals(FAILED) ? "" : found;
            return 1;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ObjectStore store = stores.named(location.store());
            new StorePages(store, location.bucket(), location.key(), location.toString())
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
