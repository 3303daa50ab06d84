package org.multicloudmirror.driver.jclouds;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jclouds.blobstore.BlobStoreContext;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.HttpObjectStore;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;

/** OpenStack Swift and Rackspace Cloud Files: authentication by jclouds, objects over the lean layer. */
final class SwiftStore extends HttpObjectStore {

    /** The most that Swift gives at once ({@code /info}: container_listing_limit). */
    private static final int PAGE = 10_000;

    private final BlobStoreContext context;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;

    SwiftStore(String name, BlobStoreContext context, SwiftRequests requests, HttpTransport transport) {
        this(name, context, requests, new SwiftDialect(name, requests), transport);
    }

    private SwiftStore(
            String name,
            BlobStoreContext context,
            SwiftRequests requests,
            SwiftDialect dialect,
            HttpTransport transport) {
        super(name, dialect, transport);
        this.context = context;
        this.requests = requests;
        this.dialect = dialect;
    }

    /** A short page may be followed by others (Ceph's gateway): only an empty one is the end. */
    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        String query = "?format=json&limit=" + PAGE
                + (prefix.isEmpty() ? "" : "&prefix=" + PercentEncoding.query(prefix))
                + (from == null ? "" : "&marker=" + PercentEncoding.query(from));
        String what = "listing " + bucketName(bucket);
        try (HttpReply reply = requests.container("GET", bucket, query)) {
            if (reply.status() == 204) {
                return new ListingPage(List.of(), null);
            }
            if (reply.status() != 200) {
                throw dialect.bucketError(reply, bucket, what);
            }
            List<ObjectEntry> entries = SwiftListing.read(reply.body());
            reply.drain();
            return new ListingPage(
                    entries,
                    entries.isEmpty() ? null : entries.get(entries.size() - 1).key());
        } catch (IOException e) {
            throw broken(what, e);
        }
    }

    /** One account: the token of another one opens nothing here. */
    @Override
    public Optional<String> copyScope() {
        return Optional.of("the account of " + bucketName(""));
    }

    @Override
    public boolean bucketExists(String bucket) {
        return containerRequest("HEAD", bucket) != 404;
    }

    @Override
    public void createBucket(String bucket) {
        containerRequest("PUT", bucket);
    }

    private int containerRequest(String method, String bucket) {
        try (HttpReply reply = requests.container(method, bucket, "")) {
            if (!reply.isSuccess() && reply.status() != 404) {
                throw dialect.bucketError(reply, bucket, bucketName(bucket));
            }
            return reply.status();
        }
    }

    @Override
    public void close() {
        super.close();
        context.close();
    }
}
