package org.multicloudmirror.it.servers;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multicloudmirror.driver.s3.SdkTransport;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Uploads in parts, as AWS's own tools do with large files; their ETags end in {@code -N}. */
public final class MultipartUpload {

    /** The SDK would take that of the stores, and here none are open. */
    private static final HttpTransport TRANSPORT =
            new HttpTransport(2, new HttpRoute(Duration.ofSeconds(10), Duration.ofSeconds(60)));

    private MultipartUpload() {}

    /** Uploads to Swift's S3 door as {@code test:tester}; all parts but the last have 5 MiB at least. */
    public static void upload(SwiftDoors doors, String bucket, String key, List<byte[]> parts) {
        upload(doors.asS3Store(), bucket, key, parts);
    }

    /** The same to a store of these properties. */
    public static void upload(Map<String, String> store, String bucket, String key, List<byte[]> parts) {
        try (S3Client s3 = client(store)) {
            String id = begin(s3, bucket, key);
            List<CompletedPart> completed = new ArrayList<>();
            for (byte[] part : parts) {
                int number = completed.size() + 1;
                String etag = s3.uploadPart(
                                upload -> upload.bucket(bucket)
                                        .key(key)
                                        .uploadId(id)
                                        .partNumber(number),
                                RequestBody.fromBytes(part))
                        .eTag();
                completed.add(
                        CompletedPart.builder().partNumber(number).eTag(etag).build());
            }
            s3.completeMultipartUpload(
                    upload -> upload.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(completed)));
        }
    }

    /** Begins an upload that nobody ends; returns its id. */
    public static String begin(SwiftDoors doors, String bucket, String key) {
        try (S3Client s3 = client(doors.asS3Store())) {
            return begin(s3, bucket, key);
        }
    }

    private static String begin(S3Client s3, String bucket, String key) {
        return s3.createMultipartUpload(upload -> upload.bucket(bucket).key(key).contentType("video/quicktime"))
                .uploadId();
    }

    private static S3Client client(Map<String, String> store) {
        return S3Client.builder()
                .httpClient(new SdkTransport(TRANSPORT))
                .endpointOverride(URI.create(store.get("endpoint")))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.get("access-key"), store.get("secret-key"))))
                .forcePathStyle(true)
                // what Swift does not know
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .build();
    }
}
