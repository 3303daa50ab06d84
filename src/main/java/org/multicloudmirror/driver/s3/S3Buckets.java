package org.multicloudmirror.driver.s3;

import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The rare calls, by the SDK's own client, which is made for each of them. */
final class S3Buckets {

    private static final String NO_CONSTRAINT = "us-east-1";

    private final S3Settings settings;
    private final HttpTransport transport;

    S3Buckets(S3Settings settings, HttpTransport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    void create(String bucket) {
        String failure = "cannot create the bucket " + settings.name() + "://" + bucket + ": ";
        try (S3Client client = client()) {
            client.createBucket(request -> {
                request.bucket(bucket);
                if (!settings.region().equals(NO_CONSTRAINT)) {
                    request.createBucketConfiguration(
                            where -> where.locationConstraint(BucketLocationConstraint.fromValue(settings.region())));
                }
            });
        } catch (BucketAlreadyOwnedByYouException e) {
            return;
        } catch (S3Exception e) {
            String line = failure + e.statusCode() + " " + e.awsErrorDetails().errorCode();
            if (e.statusCode() == 403 || e.statusCode() == 401) {
                throw new AccessDeniedException(line, e);
            }
            throw e.statusCode() >= 500 ? new TransientStoreException(line, e) : new RejectedException(line);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(failure + e.getMessage());
        } catch (SdkClientException e) {
            throw new TransientStoreException(failure + e.getMessage(), e);
        }
    }

    private S3Client client() {
        return S3Client.builder()
                .httpClient(new SdkTransport(transport))
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(settings.credentials())
                .forcePathStyle(settings.pathStyle())
                // the checksum trailers that newer SDKs add are unknown to many S3-compatible servers
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }
}
