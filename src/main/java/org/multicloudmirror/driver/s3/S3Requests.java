package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
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

/** Signed requests over the lean layer; what a quirk corrects is sent again. */
final class S3Requests {

    private static final SortedMap<String, String> NO_PARAMETERS = Collections.emptySortedMap();

    private static final SortedMap<String, String> TAGGING =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("tagging", "")));

    private static final SortedMap<String, String> ONE_KEY =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("list-type", "2", "max-keys", "1")));

    /** Another region, another time, and other keys. */
    private static final int MOST_CORRECTIONS = 3;

    private final S3Settings settings;
    private final HttpTransport transport;
    private final S3Quirks quirks;
    private final S3Addressing addressing;
    private final S3Signer signer;
    private final RefusedKeys refusedKeys;

    S3Requests(S3Settings settings, HttpTransport transport, S3Quirks quirks) {
        this.settings = settings;
        this.transport = transport;
        this.quirks = quirks;
        this.addressing = new S3Addressing(settings);
        this.refusedKeys = new RefusedKeys(settings);
        this.signer = new S3Signer();
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
        return send(method, bucket, addressing.itself(bucket), parameters, withFurther(Map.of()), null);
    }

    /** A bucket request with query parameters and a body. */
    HttpReply bucket(
            String method,
            String bucket,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            HttpBody body) {
        return send(method, bucket, addressing.itself(bucket), parameters, withFurther(headers), body);
    }

    /** A request that makes a bucket, to which nothing applies that is set for those that are there. */
    HttpReply make(String bucket, Map<String, String> headers, HttpBody body) {
        return send("PUT", bucket, addressing.itself(bucket), NO_PARAMETERS, headers, body);
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

    /** What a quirk corrects is sent again at once, but for a body that has gone. */
    private HttpReply send(
            String method,
            String bucket,
            String path,
            SortedMap<String, String> parameters,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        for (int corrected = 0; ; corrected++) {
            Signing signing = new Signing(
                    settings.credentials().resolveCredentials(),
                    quirks.regions().of(bucket),
                    quirks.clock().now());
            HttpReply reply = send(signing, method, bucket, path, parameters, headers, body);
            if (reply.isSuccess()) {
                refusedKeys.worked();
            }
            Optional<String> correction = reply.isSuccess() || corrected == MOST_CORRECTIONS
                    ? Optional.empty()
                    : closing(reply, () -> correction(signing, method, bucket, reply));
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
        Optional<String> correction =
                quirks.all().corrects(attempt, reply).or(() -> refusedKeys.corrects(signing.keys(), reply));
        boolean needsText = BucketRegions.isRefusal(reply) || refusedKeys.needText(reply);
        if (correction.isPresent() || !method.equals("HEAD") || !needsText) {
            return correction;
        }
        // the answer to a HEAD has no text, and some services tell the region nowhere else, and none what is wrong with
        // keys
        try (HttpReply text =
                send(signing, "GET", bucket, addressing.itself(bucket), ONE_KEY, withFurther(Map.of()), null)) {
            return quirks.all().corrects(attempt, text).or(() -> refusedKeys.corrects(signing.keys(), text));
        }
    }

    /** A reply that is not returned gives its connection back. */
    private static <T> T closing(HttpReply reply, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            reply.close();
            throw e;
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
        Endpoint endpoint = addressing.endpoint(bucket, signing.region());
        String rawPath = addressing.path(bucket, path);
        HttpCall call = new HttpCall(method, endpoint, rawPath + query(parameters));
        signer.sign(signing, method, endpoint, endpoint.path() + rawPath, parameters, headers)
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

    private static String query(SortedMap<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(PercentEncoding.query(name))
                .append('=')
                .append(PercentEncoding.query(value)));
        return query.toString();
    }
}
