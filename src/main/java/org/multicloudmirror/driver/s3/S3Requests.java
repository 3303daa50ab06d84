package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.TransientStoreException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signed requests over the lean layer. The body is signed as {@code UNSIGNED-PAYLOAD} (Signature Version 4 for S3):
 * its integrity rests on {@code Content-MD5}, which is among the signed headers, and the stream is read once.
 */
final class S3Requests {

    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]");
    private static final SortedMap<String, String> NO_PARAMETERS = Collections.emptySortedMap();

    private final S3Settings settings;
    private final HttpTransport transport;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Requests(S3Settings settings, HttpTransport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    /** An object request. */
    HttpReply object(String method, String bucket, String key, Map<String, String> headers, @Nullable HttpBody body) {
        return send(method, bucket, "/" + PercentEncoding.path(key), NO_PARAMETERS, headers, body);
    }

    /** A bucket request with query parameters. */
    HttpReply bucket(String method, String bucket, SortedMap<String, String> parameters) {
        return send(method, bucket, isPathStyle(bucket) ? "" : "/", parameters, Map.of(), null);
    }

    private HttpReply send(
            String method,
            String bucket,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        URI endpoint = endpoint(bucket);
        String rawPath = isPathStyle(bucket) ? "/" + PercentEncoding.path(bucket) + path : path;
        Map<String, String> signed = sign(method, endpoint, rawPath, parameters, headers);
        HttpCall call = new HttpCall(method, endpoint, rawPath + query(parameters));
        signed.forEach(call::header);
        if (body != null) {
            call.body(body);
        }
        try {
            return transport.send(call);
        } catch (IOException e) {
            throw new TransientStoreException(HttpFailure.describe(endpoint, e), e);
        }
    }

    /** A name that is no single label of a host, or has a dot that no wildcard certificate covers, goes by path. */
    private boolean isPathStyle(String bucket) {
        return settings.pathStyle() || !HOST_LABEL.matcher(bucket).matches();
    }

    private URI endpoint(String bucket) {
        URI base = settings.endpoint();
        return isPathStyle(bucket)
                ? base
                : URI.create(base.getScheme() + "://" + bucket + "." + base.getRawAuthority());
    }

    private Map<String, String> sign(
            String method,
            URI endpoint,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .protocol(endpoint.getScheme())
                .host(endpoint.getHost())
                .port(endpoint.getPort())
                .encodedPath(path)
                .putHeader("Host", endpoint.getRawAuthority());
        headers.forEach(request::putHeader);
        parameters.forEach(request::putRawQueryParameter);
        AwsCredentialsIdentity identity = settings.credentials().resolveCredentials();
        SdkHttpRequest signed = signer.sign(r -> r.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false))
                .request();
        Map<String, String> all = new TreeMap<>();
        signed.headers().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).equals("host")) {
                all.put(name, values.get(0));
            }
        });
        return all;
    }

    private static String query(SortedMap<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(PercentEncoding.query(name))
                .append('=')
                .append(PercentEncoding.query(value)));
        return query.toString();
    }
}
