package org.multicloudmirror.driver.s3;

import java.net.URI;
import org.multicloudmirror.http.HttpTransport;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The SDK's own client of one S3 service, for those who would rather speak to that: it reaches it as {@link S3Store} does. */
public final class S3Sdk implements AutoCloseable {

    private final HttpTransport transport;
    private final S3Client client;

    /**
     * @param transport closed with this
     */
    public S3Sdk(S3Settings settings, HttpTransport transport) {
        this.transport = transport;
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(new SdkTransport(transport, true))
                .credentialsProvider(settings.credentials())
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle());
        if (!AwsEndpoint.isPlain(settings.endpoint())) {
            // checksums in trailers are AWS's alone
            builder.endpointOverride(URI.create(settings.endpoint().toString()))
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
        this.client = builder.build();
    }

    public S3Client client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        transport.close();
    }
}
