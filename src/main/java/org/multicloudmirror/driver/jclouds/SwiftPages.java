package org.multicloudmirror.driver.jclouds;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * The pages of listings (Object Storage API, "Show container details and list objects"). A short page may be followed
 * by others (Ceph's gateway): only an empty one is the end.
 */
final class SwiftPages {

    private final String store;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;

    SwiftPages(String store, SwiftRequests requests, SwiftDialect dialect) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
    }

    /**
     * The page behind a key.
     *
     * @param from the key; null for the first page
     * @param most how many entries at most
     */
    ListingPage page(String bucket, String prefix, @Nullable String from, int most) {
        ShortPages shortPages = dialect.known().shortPages();
        String query = "?format=json" + shortPages.query(most)
                + (prefix.isEmpty() ? "" : "&prefix=" + PercentEncoding.query(prefix))
                + (from == null ? "" : "&marker=" + PercentEncoding.query(from));
        String what = "listing " + store + "://" + bucket;
        try (HttpReply reply = requests.container("GET", bucket, query)) {
            if (reply.status() == 204) {
                return new ListingPage(List.of(), null);
            }
            if (shortPages.explains(
                    reply.status(), most, () -> dialect.known().info().facts().page())) {
                return page(bucket, prefix, from, most);
            }
            if (reply.status() != 200) {
                throw dialect.bucketError(reply, bucket, what);
            }
            return read(reply);
        } catch (IOException e) {
            throw RequestFailure.broken(what, e);
        }
    }

    private static ListingPage read(HttpReply reply) throws IOException {
        try (PageBytes bytes = PageBytes.of(reply)) {
            List<ObjectEntry> entries = SwiftListing.read(bytes);
            reply.drain();
            return new ListingPage(
                    entries,
                    entries.isEmpty() ? null : entries.get(entries.size() - 1).key());
        }
    }
}
