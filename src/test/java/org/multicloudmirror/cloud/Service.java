package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.multicloudmirror.cloud.StoredObject.Part;

/** One of the two services: what it holds, for tests to fill and to look at. */
public final class Service {

    /** The account that Swift has. */
    public static final String ACCOUNT = "/v1/AUTH_scripted";

    public static final String USER = "scripted:user";
    public static final String KEY = "scripted-secret";

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Protocol protocol;
    private final ScriptedCloud cloud;
    private final Door door;
    private final Listener listener;
    private volatile String user = USER;
    private volatile String key = KEY;
    private final AtomicInteger rotations = new AtomicInteger();

    Service(Protocol protocol, ScriptedCloud cloud) throws IOException {
        this.protocol = protocol;
        this.cloud = cloud;
        this.door = protocol == Protocol.S3 ? new S3Door(this) : new SwiftDoor(this);
        this.listener = new Listener(this::serve);
    }

    public Protocol protocol() {
        return protocol;
    }

    ScriptedCloud cloud() {
        return cloud;
    }

    Door door() {
        return door;
    }

    void close() {
        listener.close();
    }

    /** From now on it knows this user with this secret only; tokens that it gave out before are refused. */
    public void rotate(String otherUser, String otherKey) {
        user = otherUser;
        key = otherKey;
        rotations.incrementAndGet();
    }

    String user() {
        return user;
    }

    String key() {
        return key;
    }

    /** The token that it gives out. */
    String token() {
        return "AUTH_tk0123456789abcdef" + rotations;
    }

    /** Scheme, host and port. */
    public String url() {
        return "http://127.0.0.1:" + listener.port();
    }

    Map<String, String> asStore() {
        return protocol == Protocol.S3
                ? Map.of(
                        "driver", "s3", "endpoint", url(), "region", "us-east-1", "access-key", USER, "secret-key", KEY)
                : Map.of("driver", "jclouds", "endpoint", url() + "/auth/v1.0", "identity", USER, "credential", KEY);
    }

    public Service createBucket(String name) {
        made(name);
        return this;
    }

    private Bucket made(String name) {
        return buckets.computeIfAbsent(name, any -> new Bucket());
    }

    public Optional<Bucket> bucket(String name) {
        return Optional.ofNullable(buckets.get(name));
    }

    public void removeBucket(String name) {
        buckets.remove(name);
    }

    /** Puts an object into a bucket, which is made if need be. */
    public StoredObject put(String bucket, String key, byte[] content, Map<String, String> headers) {
        return put(bucket, key, StoredObject.plain(content, Fields.of(headers)));
    }

    public StoredObject put(String bucket, String key, String content) {
        return put(bucket, key, content.getBytes(UTF_8), Map.of());
    }

    public StoredObject put(String bucket, String key, StoredObject object) {
        made(bucket).objects().put(key, object);
        return object;
    }

    /** Puts an object of several parts: multipart at S3, a static large object at Swift. */
    public StoredObject putParts(String bucket, String key, Map<String, String> headers, byte[]... contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Part> parts = new ArrayList<>();
        for (byte[] content : contents) {
            all.writeBytes(content);
            String name = key + "/" + parts.size();
            parts.add(new Part(
                    protocol == Protocol.S3 ? "" : "/" + bucket + "_parts/" + name, content.length, Md5s.hex(content)));
            if (protocol == Protocol.SWIFT) {
                put(bucket + "_parts", name, content, Map.of());
            }
        }
        List<String> md5s = parts.stream().map(Part::md5).toList();
        String etag = protocol == Protocol.S3 ? Md5s.multipart(md5s) : Md5s.manifest(md5s);
        byte[] held = protocol == Protocol.S3 ? all.toByteArray() : new byte[0];
        return put(
                bucket,
                key,
                StoredObject.plain(held, Fields.of(headers)).etag(etag).of(parts));
    }

    /** A dynamic large object: its parts are the objects that begin with a prefix. */
    public StoredObject putDynamic(String bucket, String key, String segments, Map<String, String> headers) {
        Fields fields = Fields.of(headers).with("X-Object-Manifest", Percent.path(segments));
        return put(bucket, key, StoredObject.plain(new byte[0], fields));
    }

    public Optional<StoredObject> object(String bucket, String key) {
        return bucket(bucket).map(held -> held.objects().get(key));
    }

    /** The bytes that a client gets. */
    public byte[] content(String bucket, String key) {
        return object(bucket, key)
                .map(object -> protocol == Protocol.S3 ? object.content() : SwiftLarge.content(this, object))
                .orElseThrow(() -> new AssertionError(protocol + " has no " + bucket + "/" + key));
    }

    public String text(String bucket, String key) {
        return new String(content(bucket, key), UTF_8);
    }

    public void remove(String bucket, String key) {
        bucket(bucket).ifPresent(held -> held.objects().remove(key));
    }

    /** The keys of a bucket in byte order; none where it is missing. */
    public List<String> keys(String bucket) {
        return bucket(bucket).map(held -> List.copyOf(held.objects().keySet())).orElse(List.of());
    }

    Map<String, Bucket> buckets() {
        return buckets;
    }

    private void serve(Socket socket) throws IOException {
        new Connection(this, socket).serve();
    }
}
