package org.multicloudmirror.driver.s3;

import java.net.URI;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * How to reach one S3 service.
 *
 * @param name the store's name, for messages
 * @param endpoint scheme, host and port of the service
 * @param region what requests are signed for
 * @param pathStyle whether the bucket is the first path segment rather than the first label of the host
 * @param storageClass what is written with each object; {@link #CLASS_OF_SOURCE} for the class that its source tells,
 *     empty for the bucket's own
 * @param credentials asked before each request; it caches, and throws
 *     {@link org.multicloudmirror.storage.AccessDeniedException} when it has none
 */
public record S3Settings(
        String name,
        URI endpoint,
        String region,
        boolean pathStyle,
        String storageClass,
        AwsCredentialsProvider credentials) {

    /** No service has a class of this name: theirs are in upper case. */
    static final String CLASS_OF_SOURCE = "source";

    /** The endpoint in the one way to write it: {@code https://host:port}. */
    String service() {
        String scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : scheme.equals("http") ? 80 : 443;
        return scheme + "://" + endpoint.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Where a bucket of a region is asked for: AWS has an endpoint a region, others have one for all. */
    URI endpointIn(String other) {
        return !other.equals(region) && AwsEndpoint.isPlain(endpoint) ? AwsEndpoint.in(other) : endpoint;
    }
}
