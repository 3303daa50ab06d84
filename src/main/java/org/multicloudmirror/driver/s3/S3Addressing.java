package org.multicloudmirror.driver.s3;

import java.util.regex.Pattern;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.PercentEncoding;

/** Where requests about a bucket go: to a host of its own, or by path to that of the service. */
final class S3Addressing {

    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]");

    private final S3Settings settings;

    S3Addressing(S3Settings settings) {
        this.settings = settings;
    }

    /** The endpoint of a bucket in a region. */
    Endpoint endpoint(String bucket, String region) {
        Endpoint base = settings.endpointIn(region);
        return isPathStyle(bucket) ? base : base.below(bucket);
    }

    /**
     * A path at that endpoint.
     *
     * @param below the bucket, encoded
     */
    String path(String bucket, String below) {
        return isPathStyle(bucket) ? "/" + PercentEncoding.path(bucket) + below : below;
    }

    /** What is below a bucket in a request to itself. */
    String itself(String bucket) {
        return isPathStyle(bucket) ? "" : "/";
    }

    /**
     * A name that is no single label of a host, or has a dot that no wildcard certificate covers, goes by path; and so
     * does every one at an address.
     */
    private boolean isPathStyle(String bucket) {
        return settings.pathStyle()
                || settings.endpoint().isAddress()
                || !HOST_LABEL.matcher(bucket).matches();
    }
}
