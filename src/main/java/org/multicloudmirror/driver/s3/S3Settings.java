package org.multicloudmirror.driver.s3;

import org.multicloudmirror.http.Endpoint;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * How to reach one S3 service.
 *
 * @param name the store's name, for messages
 * @param endpoint of the service
 * @param region what requests are signed for
 * @param pathStyle whether the bucket is the first path segment rather than the first label of the host
 * @param storageClass what is written with each object; {@link #CLASS_OF_SOURCE} for the class that its source tells,
 *     empty for the bucket's own
 * @param credentials asked before each request; it caches, and throws
 *     {@link org.multicloudmirror.storage.AccessDeniedException} when it has none
 * @param headers that the user wants sent besides
 */
public record S3Settings(
        String name,
        Endpoint endpoint,
        String region,
        boolean pathStyle,
        String storageClass,
        AwsCredentialsProvider credentials,
        FurtherHeaders headers) {

    /** No service has a class of this name: theirs are in upper case. */
    static final String CLASS_OF_SOURCE = "source";

    /** A service that is sent nothing besides. */
    public S3Settings(
            String name,
            Endpoint endpoint,
            String region,
            boolean pathStyle,
            String storageClass,
            AwsCredentialsProvider credentials) {
        this(name, endpoint, region, pathStyle, storageClass, credentials, FurtherHeaders.NONE);
    }

    /**
     * Where a bucket of a region is asked for: AWS has an endpoint a region, others have one for all. The region may be
     * an answer's word, so that what is not AWS's own plain endpoint is never gone to.
     */
    Endpoint endpointIn(String other) {
        if (other.equals(region) || !AwsEndpoint.isPlain(endpoint)) {
            return endpoint;
        }
        Endpoint there = AwsEndpoint.in(other);
        return AwsEndpoint.isPlain(there) ? there : endpoint;
    }
}
