package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One request, whose body is still to be read.
 *
 * @param rawTarget as it came over the wire
 * @param path what is served, percent-encoded; the same as in the target but for what a quirk makes of it
 * @param bucket decoded; empty for a request to the service or the account
 * @param key decoded; empty for a request to a bucket
 * @param query decoded
 * @param sent the headers as they came
 * @param headers those that are served; the same but for what a quirk makes of them
 */
public record Call(
        Service service,
        String method,
        String rawTarget,
        String path,
        String bucket,
        String key,
        Map<String, String> query,
        Fields sent,
        Fields headers,
        Body body) {

    static Call of(Service service, String method, String target, Fields headers, Body body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> query = Percent.query(mark < 0 ? "" : target.substring(mark + 1));
        return new Call(service, method, target, path, "", "", query, headers, headers, body).at(path);
    }

    /** The same request to another path. */
    public Call at(String otherPath) {
        String named = service.protocol() == Protocol.S3 ? otherPath : behindAccount(otherPath);
        String[] parts =
                named.isEmpty() ? new String[] {""} : named.substring(1).split("/", 2);
        String otherBucket = Percent.decode(parts[0]);
        String otherKey = parts.length < 2 ? "" : Percent.decode(parts[1]);
        return new Call(service, method, rawTarget, otherPath, otherBucket, otherKey, query, sent, headers, body);
    }

    public Call with(Map<String, String> otherQuery) {
        return new Call(service, method, rawTarget, path, bucket, key, otherQuery, sent, headers, body);
    }

    public Call with(Fields otherHeaders) {
        return new Call(service, method, rawTarget, path, bucket, key, query, sent, otherHeaders, body);
    }

    public boolean is(String... methods) {
        return java.util.List.of(methods).contains(method);
    }

    public boolean isS3() {
        return service.protocol() == Protocol.S3;
    }

    /** Whether it is about an object, or a part of one. */
    public boolean isObject() {
        return !key.isEmpty();
    }

    public boolean isBucket() {
        return key.isEmpty() && !bucket.isEmpty();
    }

    public boolean isListing() {
        return isBucket() && method.equals("GET") && (!isS3() || query.containsKey("list-type") || query.isEmpty());
    }

    public boolean asks(String name) {
        return query.containsKey(name);
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /**
     * All of the body.
     *
     * @throws EOFException when the client breaks off
     */
    public byte[] bytes() throws IOException {
        return body.readAllBytes();
    }

    public String text() throws IOException {
        return new String(bytes(), UTF_8);
    }

    private static String behindAccount(String path) {
        return path.startsWith(Service.ACCOUNT) ? path.substring(Service.ACCOUNT.length()) : "";
    }

    /** A body that counts what was read of it. */
    public abstract static class Body extends InputStream {

        public abstract long count();

        /** What was announced, or -1 for a body in chunks. */
        public abstract long announced();
    }
}
