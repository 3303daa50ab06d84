package org.multicloudmirror.driver.s3;

import java.util.regex.Pattern;
import org.multicloudmirror.http.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** AWS's own endpoints, one a region. */
public final class AwsEndpoint {

    /** The plain ones; dual-stack, FIPS and private endpoints were chosen for a reason and are kept. */
    private static final Pattern PLAIN = Pattern.compile("s3([.-][a-z0-9-]+)?\\.amazonaws\\.com(\\.cn)?");

    private AwsEndpoint() {}

    /** A region's, as AWS's own rules have it; a region in China has another domain than the others. */
    public static Endpoint in(String region) {
        return Endpoint.parse(S3EndpointProvider.defaultProvider()
                .resolveEndpoint(request -> request.region(Region.of(region)))
                .join()
                .endpointUrl()
                .toUri()
                .toString());
    }

    /** Whether an endpoint is the plain one of some region. */
    static boolean isPlain(Endpoint endpoint) {
        return PLAIN.matcher(endpoint.host()).matches() && endpoint.path().isEmpty();
    }
}
