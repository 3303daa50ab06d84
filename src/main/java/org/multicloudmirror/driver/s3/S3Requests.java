package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.quirk.Attempt;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;
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
    /** What lies between may write its own, as Google's front ends do. */
    private static final String UNSIGNED = "Accept-Encoding";

    private static final SortedMap<String, String> NO_PARAMETERS = Collections.emptySortedMap();

    private static final SortedMap<String, String> TAGGING =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("tagging", "")));

    private static final SortedMap<String, String> ONE_KEY =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("list-type", "2", "max-keys", "1")));

    /** Another region, and another time. */
    private static final int MOST_CORRECTIONS = 2;

    /** Where a request goes to and when it is signed. */
    private record Signing(String region, Clock clock, long nanos) {

        Signing(String region, Clock clock) {
            this(region, Clock.fixed(clock.instant(), clock.getZone()), System.nanoTime());
        }

        Attempt attempt(String bucket) {
            return new Attempt(bucket, region, clock.instant(), Duration.ofNanos(System.nanoTime() - nanos));
        }
    }

    private final S3Settings settings;
    private final HttpTransport transport;
    private final S3Quirks quirks;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    S3Requests(S3Settings settings, HttpTransport transport, S3Quirks quirks) {
        this.settings = settings;
        this.transport = transport;
        this.quirks = quirks;
    }

    /** The region of a bucket, as far as is known. */
    String region(String bucket) {
        return quirks.regions().of(bucket);
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
        return send(method, bucket, path(bucket, key), parameters, withFurther(headers), body);
    }

    /** The tags of an object. */
    HttpReply tags(String bucket, String key) {
        return send("GET", bucket, path(bucket, key), TAGGING, withFurther(Map.of()), null);
    }

    private String path(String bucket, String key) {
        if (!Keys.isReadable(key)) {
            throw new RejectedException(new ObjectLocation(settings.name(), bucket, key) + ": " + Keys.UNREADABLE);
        }
        return "/" + PercentEncoding.path(key);
    }

    /** A bucket request with query parameters. */
    HttpReply bucket(String method, String bucket, SortedMap<String, String> parameters) {
        return send(method, bucket, bucketPath(bucket), parameters, withFurther(Map.of()), null);
    }

    /** A bucket request with query parameters and a body. */
    HttpReply bucket(
            String method,
            String bucket,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            HttpBody body) {
        return send(method, bucket, bucketPath(bucket), parameters, withFurther(headers), body);
    }

    /** A request that makes a bucket, to which nothing applies that is set for those that are there. */
    HttpReply make(String bucket, Map<String, String> headers, HttpBody body) {
        return send("PUT", bucket, bucketPath(bucket), NO_PARAMETERS, headers, body);
    }

    private Map<String, String> withFurther(Map<String, String> headers) {
        Map<String, String> further = settings.headers().ofRequests();
        if (further.isEmpty()) {
            return headers;
        }
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(further);
        return all;
    }

    private String bucketPath(String bucket) {
        return isPathStyle(bucket) ? "" : "/";
    }

    /** What a quirk corrects is sent again at once, but for a body that has gone. */
    private HttpReply send(
            String method,
            String bucket,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        for (int corrected = 0; ; corrected++) {
            Signing signing =
                    new Signing(quirks.regions().of(bucket), quirks.clock().now());
            HttpReply reply = send(signing, method, bucket, path, parameters, headers, body);
            Optional<String> correction = reply.isSuccess() || corrected == MOST_CORRECTIONS
                    ? Optional.empty()
                    : correction(signing, method, bucket, reply);
            if (correction.isEmpty()) {
                return reply;
            }
            reply.close();
            if (body != null) {
                throw new TransientStoreException(correction.get());
            }
        }
    }

    private Optional<String> correction(Signing signing, String method, String bucket, HttpReply reply) {
        Attempt attempt = signing.attempt(bucket);
        Optional<String> correction = quirks.all().corrects(attempt, reply);
        if (correction.isPresent() || !method.equals("HEAD") || !BucketRegions.isRefusal(reply)) {
            return correction;
        }
        // the answer to a HEAD has no text, and some services tell the region nowhere else
        try (HttpReply text = send(signing, "GET", bucket, bucketPath(bucket), ONE_KEY, withFurther(Map.of()), null)) {
            return quirks.all().corrects(attempt, text);
        }
    }

    private HttpReply send(
            Signing signing,
            String method,
            String bucket,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        Endpoint endpoint = endpoint(bucket, signing.region());
        String rawPath = isPathStyle(bucket) ? "/" + PercentEncoding.path(bucket) + path : path;
        HttpCall call = new HttpCall(method, endpoint, rawPath + query(parameters));
        sign(signing, method, endpoint, endpoint.path() + rawPath, parameters, headers)
                .forEach(call::header);
        if (body != null) {
            call.body(body);
        }
        try {
            return transport.send(call);
        } catch (IOException e) {
            throw RequestFailure.of(endpoint, e);
        }
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

    private Endpoint endpoint(String bucket, String region) {
        Endpoint base = settings.endpointIn(region);
        return isPathStyle(bucket) ? base : base.below(bucket);
    }

    /** The headers with a signature, or as they are for an anonymous request. */
    private Map<String, String> sign(
            Signing signing,
            String method,
            Endpoint endpoint,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers) {
        AwsCredentialsIdentity identity = settings.credentials().resolveCredentials();
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

    private static String query(SortedMap<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(PercentEncoding.query(name))
                .append('=')
                .append(PercentEncoding.query(value)));
        return query.toString();
    }
}
