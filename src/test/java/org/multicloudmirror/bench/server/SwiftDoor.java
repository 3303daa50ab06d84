package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Swift behind tempauth, for anyone (OpenStack Object Storage API). */
final class SwiftDoor implements Door {

    static final String LOGIN = "/auth/v1.0";
    static final String INFO = "/info";
    static final String ACCOUNT = "/v1/AUTH_bench";

    static final String USER_METADATA = "x-object-meta-";

    /** As our segments and those of other clients are kept. */
    private static final String SEGMENTS = "_segments";

    private static final byte[] LIMITS = """
            {"swift": {"max_file_size": 5368709122, "container_listing_limit": 10000},
            "slo": {"max_manifest_segments": 1000, "min_segment_size": 1}}""".getBytes(UTF_8);

    private final Cloud cloud;
    private final SwiftManifests manifests;

    SwiftDoor(Cloud cloud) {
        this.cloud = cloud;
        this.manifests = new SwiftManifests(cloud);
    }

    @Override
    public Reply answer(Exchange exchange) throws IOException {
        Request request = exchange.request();
        if (request.path().equals(LOGIN)) {
            count(RequestKind.LOGIN);
            String url = cloud.conditions().scheme() + "://" + request.header("host") + ACCOUNT;
            return Reply.empty(200, "X-Storage-Url: " + url + "\r\nX-Auth-Token: AUTH_tk_bench\r\n");
        }
        if (request.path().equals(INFO)) {
            count(RequestKind.BUCKET);
            return Reply.text(200, "Content-Type: application/json\r\n", LIMITS);
        }
        String[] names = request.path().substring(ACCOUNT.length()).split("/", 3);
        if (names.length < 2) {
            return Reply.unknown(request);
        }
        if (names.length < 3 || names[2].isEmpty()) {
            count(request.method().equals("GET") ? RequestKind.LIST : RequestKind.BUCKET);
            return container(request, names[1]);
        }
        count(kindOfObject(request, names[1]));
        Optional<Bucket> container = cloud.bucket(Protocol.SWIFT, names[1]);
        return container.isEmpty() ? Reply.empty(404, "") : object(exchange, container.get(), names[2]);
    }

    private static RequestKind kindOfObject(Request request, String container) {
        if (request.asks("multipart-manifest")) {
            return RequestKind.LARGE;
        }
        return switch (request.method()) {
            case "HEAD" -> RequestKind.HEAD;
            case "GET" -> RequestKind.GET;
            case "PUT" -> container.endsWith(SEGMENTS) ? RequestKind.PART : RequestKind.PUT;
            default -> RequestKind.LARGE;
        };
    }

    private Reply container(Request request, String name) {
        if (request.method().equals("PUT")) {
            cloud.make(Protocol.SWIFT, name);
            return Reply.empty(201, "");
        }
        Optional<Bucket> container = cloud.bucket(Protocol.SWIFT, name);
        if (container.isEmpty()) {
            return Reply.empty(404, "");
        }
        return request.method().equals("HEAD") ? Reply.empty(204, "") : SwiftPage.of(container.get(), request);
    }

    private Reply object(Exchange exchange, Bucket container, String key) throws IOException {
        Request request = exchange.request();
        return switch (request.method()) {
            case "HEAD", "GET" -> read(request, container, key);
            case "PUT" ->
                request.asks("multipart-manifest")
                        ? manifests.put(request, exchange.text(), container, key)
                        : write(exchange, container, key);
            default -> Reply.unknown(request);
        };
    }

    private Reply read(Request request, Bucket container, String key) {
        Optional<StoredObject> found = container.object(key);
        if (found.isEmpty()) {
            return Reply.empty(404, "");
        }
        StoredObject object = found.get();
        if (!object.isLarge()) {
            return ObjectReply.of(request, object, "ETag: " + object.etag() + "\r\n");
        }
        return request.asks("multipart-manifest")
                ? manifests.get(object)
                : ObjectReply.of(request, object, "ETag: \"" + object.etag() + "\"\r\nX-Static-Large-Object: True\r\n");
    }

    /** 422 is Swift's word for a body whose MD5 is not the ETag that came with it. */
    private static Reply write(Exchange exchange, Bucket container, String key) throws IOException {
        Request request = exchange.request();
        Part body = Part.of(exchange.body());
        String expected = request.header("etag");
        if (!expected.isEmpty() && !expected.equals(body.etag())) {
            return Reply.empty(422, "");
        }
        String headers = Metadata.of(request, USER_METADATA);
        container.put(key, StoredObject.plain(body.length(), body.variant(), body.etag(), Instant.now(), headers));
        return Reply.empty(201, "ETag: " + body.etag() + "\r\n");
    }

    private void count(RequestKind kind) {
        cloud.counts().count(Protocol.SWIFT, kind);
    }
}
