package org.multicloudmirror.driver.s3;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.multicloudmirror.http.Endpoint;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs the headers of requests, by the AWS SDK. The body is signed as {@code UNSIGNED-PAYLOAD} (Signature Version 4
 * for S3): its integrity rests on {@code Content-MD5}, which is among the signed headers, and the stream is read once.
 */
final class S3Signer {

    /** What lies between may write its own, as Google's front ends do. */
    private static final String UNSIGNED = "Accept-Encoding";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /** The headers with a signature, or as they are for an anonymous request. */
    Map<String, String> sign(
            Signing signing,
            String method,
            Endpoint endpoint,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers) {
        AwsCredentialsIdentity identity = signing.keys();
        if (identity.accessKeyId() == null) {
            return headers;
        }
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .protocol(endpoint.scheme())
                .host(endpoint.bracketedHost())
                .port(endpoint.port())
                .encodedPath(path)
                .putHeader("Host", endpoint.authority());
        headers.forEach((name, value) -> {
            if (!UNSIGNED.equals(name)) {
                request.putHeader(name, value);
            }
        });
        parameters.forEach(request::putRawQueryParameter);
        SdkHttpRequest signed = signer.sign(r -> r.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, signing.region())
                        .putProperty(HttpSigner.SIGNING_CLOCK, signing.clock())
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false))
                .request();
        Map<String, String> all = new TreeMap<>();
        if (headers.containsKey(UNSIGNED)) {
            all.put(UNSIGNED, headers.get(UNSIGNED));
        }
        signed.headers().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).equals("host")) {
                all.put(name, values.get(0));
            }
        });
        return all;
    }
}
