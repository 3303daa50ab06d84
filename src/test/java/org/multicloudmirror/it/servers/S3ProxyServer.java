package org.multicloudmirror.it.servers;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.logging.config.NullLoggingModule;

/** An S3 server in this process, on a free port of the loopback, with its objects in memory. */
public final class S3ProxyServer implements AutoCloseable {

    private static final String ACCESS_KEY = "proxy-user";
    private static final String SECRET_KEY = "proxy-secret";

    private final BlobStoreContext objects;
    private final S3Proxy server;

    public S3ProxyServer() {
        objects = ContextBuilder.newBuilder("transient-nio2")
                .credentials("none", "none")
                .modules(Set.of(new NullLoggingModule()))
                .buildView(BlobStoreContext.class);
        server = S3Proxy.builder()
                .blobStore(objects.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not start", e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** What it serves, without its protocol. */
    public BlobStore blobs() {
        return objects.getBlobStore();
    }

    /** How a store that leads here is configured. */
    public Map<String, String> asStore() {
        return Map.of(
                "driver",
                "s3",
                "endpoint",
                endpoint(),
                "region",
                "us-east-1",
                "access-key",
                ACCESS_KEY,
                "secret-key",
                SECRET_KEY);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not stop", e);
        } finally {
            objects.close();
        }
    }
}
