package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.TransientStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signed requests over the lean layer. The body is signed as {@code UNSIGNED-PAYLOAD} (Signature Version 4 for S3):
 * its integrity rests on {@code Content-MD5}, which is among the signed headers, and the stream is read once.
 */
final class S3Requests {

    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]");
    private static final SortedMap<String, String> NO_PARAMETERS = Collections.emptySortedMap();

    private static final SortedMap<String, String> TAGGING =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("tagging", "")));

    private static final SortedMap<String, String> ONE_KEY =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("list-type", "2", "max-keys", "1")));
    private static final Logger LOG = LoggerFactory.getLogger(S3Requests.class);

    private final S3Settings settings;
    private final HttpTransport transport;
    private final BucketRegions regions;
    private final ServerClock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Requests(S3Settings settings, HttpTransport transport, Clock machine) {
        this.settings = settings;
        this.transport = transport;
        this.regions = new BucketRegions(settings.region());
        this.clock = new ServerClock(settings.name(), machine);
    }

    /** An object request. */
    HttpReply object(String method, String bucket, String key, Map<String, String> headers, @Nullable HttpBody body) {
        return object(method, bucket, key, NO_PARAMETERS, headers, body);
    }

    /** An object request with query parameters. */
    HttpReply object(
            String method,
            String bucket,
            String key,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        return send(method, bucket, "/" + PercentEncoding.path(key), parameters, headers, body);
    }

    /** The tags of an object. */
    HttpReply tags(String bucket, String key) {
        return send("GET", bucket, "/" + PercentEncoding.path(key), TAGGING, Map.of(), null);
    }

    /** A bucket request with query parameters. */
    HttpReply bucket(String method, String bucket, SortedMap<String, String> parameters) {
        return send(method, bucket, isPathStyle(bucket) ? "" : "/", parameters, Map.of(), null);
    }

    /** A bucket request with query parameters and a body. */
    HttpReply bucket(
            String method,
            String bucket,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            HttpBody body) {
        return send(method, bucket, isPathStyle(bucket) ? "" : "/", parameters, headers, body);
    }

    /** A wrong clock is corrected; a bucket in another region is asked there, and from then on at once. */
    private HttpReply send(
            String method,
            String bucket,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        String region = regions.of(bucket);
        HttpReply reply = send(region, method, bucket, path, parameters, headers, body);
        if (clock.learn(reply)) {
            reply.close();
            if (body != null) {
                throw new TransientStoreException(settings.name() + ": the signing clock was wrong and is corrected");
            }
            reply = send(region, method, bucket, path, parameters, headers, null);
        }
        if (!BucketRegions.isRefusal(reply)) {
            return reply;
        }
        Optional<String> told = BucketRegions.told(reply);
        if (told.isEmpty() && method.equals("HEAD")) {
            told = askedFor(region, bucket);
        }
        if (told.isEmpty() || told.get().equals(region)) {
            return reply;
        }
        reply.close();
        regions.learn(bucket, told.get());
        LOG.debug("{}://{} is in the region {}", settings.name(), bucket, told.get());
        if (body != null) {
            throw new TransientStoreException(
                    settings.name() + "://" + bucket + " is in the region " + told.get() + ", and is asked there now");
        }
        return send(told.get(), method, bucket, path, parameters, headers, null);
    }

    /** The answer to a HEAD has no text, and some services tell the region nowhere else. */
    private Optional<String> askedFor(String region, String bucket) {
        String path = isPathStyle(bucket) ? "" : "/";
        try (HttpReply reply = send(region, "GET", bucket, path, ONE_KEY, Map.of(), null)) {
            return BucketRegions.isRefusal(reply) ? BucketRegions.told(reply) : Optional.empty();
        }
    }

    private HttpReply send(
            String region,
            String method,
            String bucket,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        URI endpoint = endpoint(bucket, region);
        String rawPath = isPathStyle(bucket) ? "/" + PercentEncoding.path(bucket) + path : path;
        HttpCall call = new HttpCall(method, endpoint, rawPath + query(parameters));
        sign(region, method, endpoint, rawPath, parameters, headers).forEach(call::header);
        if (body != null) {
            call.body(body);
        }
        try {
            return transport.send(call);
        } catch (IOException e) {
            throw RequestFailure.of(endpoint, e);
        }
    }

    /** A name that is no single label of a host, or has a dot that no wildcard certificate covers, goes by path. */
    private boolean isPathStyle(String bucket) {
        return settings.pathStyle() || !HOST_LABEL.matcher(bucket).matches();
    }

    private URI endpoint(String bucket, String region) {
        URI base = settings.endpointIn(region);
        return isPathStyle(bucket)
                ? base
                : URI.create(base.getScheme() + "://" + bucket + "." + base.getRawAuthority());
    }

    /** The headers with a signature, or as they are for an anonymous request. */
    private Map<String, String> sign(
            String region,
            String method,
            URI endpoint,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers) {
        AwsCredentialsIdentity identity = settings.credentials().resolveCredentials();
        if (identity.accessKeyId() == null) {
            return headers;
        }
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .protocol(endpoint.getScheme())
                .host(endpoint.getHost())
                .port(endpoint.getPort())
                .encodedPath(path)
                .putHeader("Host", endpoint.getRawAuthority());
        headers.forEach(request::putHeader);
        parameters.forEach(request::putRawQueryParameter);
        SdkHttpRequest signed = signer.sign(r -> r.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock.now())
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
