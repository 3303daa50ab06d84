package org.multicloudmirror.bench.server;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** S3 by path, {@code /bucket/key}, for anyone: no signature is looked at (S3 API reference). */
final class S3Door implements Door {

    static final String USER_METADATA = "x-amz-meta-";

    private final Cloud cloud;
    private final S3Uploads uploads = new S3Uploads();

    S3Door(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public Reply answer(Exchange exchange) throws IOException {
        Request request = exchange.request();
        int slash = request.path().indexOf('/', 1);
        String name = request.path().substring(1, slash < 0 ? request.path().length() : slash);
        String key = slash < 0 ? "" : request.path().substring(slash + 1);
        cloud.counts().count(Protocol.S3, key.isEmpty() ? kindOfBucket(request) : kindOfObject(request));
        if (key.isEmpty() && request.method().equals("PUT")) {
            cloud.make(Protocol.S3, name);
            return Reply.empty(200, "");
        }
        Optional<Bucket> bucket = cloud.bucket(Protocol.S3, name);
        if (bucket.isEmpty()) {
            return error(404, "NoSuchBucket");
        }
        return key.isEmpty() ? bucket(request, bucket.get()) : object(exchange, bucket.get(), key);
    }

    private static RequestKind kindOfBucket(Request request) {
        return request.method().equals("GET") ? RequestKind.LIST : RequestKind.BUCKET;
    }

    private static RequestKind kindOfObject(Request request) {
        return switch (request.method()) {
            case "HEAD" -> RequestKind.HEAD;
            case "GET" -> RequestKind.GET;
            case "PUT" -> request.asks("partNumber") ? RequestKind.PART : RequestKind.PUT;
            default -> RequestKind.LARGE;
        };
    }

    private static Reply bucket(Request request, Bucket bucket) {
        if (request.method().equals("HEAD")) {
            return Reply.empty(200, "");
        }
        return request.parameter("list-type").equals("2") ? S3Page.of(bucket, request) : Reply.unknown(request);
    }

    private Reply object(Exchange exchange, Bucket bucket, String key) throws IOException {
        Request request = exchange.request();
        return switch (request.method()) {
            case "HEAD", "GET" -> read(request, bucket, key);
            case "PUT" -> write(exchange, bucket, key);
            case "POST" ->
                request.asks("uploads")
                        ? uploads.begin(request)
                        : uploads.complete(request, exchange.text(), bucket, key);
            case "DELETE" -> uploads.forget(request);
            default -> Reply.unknown(request);
        };
    }

    private static Reply read(Request request, Bucket bucket, String key) {
        return bucket.object(key)
                .map(object -> ObjectReply.of(request, object, etag(object.etag())))
                .orElseGet(() -> error(404, "NoSuchKey"));
    }

    private Reply write(Exchange exchange, Bucket bucket, String key) throws IOException {
        Request request = exchange.request();
        boolean isPart = request.asks("partNumber");
        if (isPart && !uploads.has(request)) {
            return error(404, "NoSuchUpload");
        }
        Part part = Part.of(exchange.body());
        String announced = request.header("content-md5");
        if (!announced.isEmpty() && !announced.equals(Base64.getEncoder().encodeToString(part.md5()))) {
            return error(400, "BadDigest");
        }
        if (isPart) {
            uploads.add(request, part);
        } else {
            String headers = Metadata.of(request, USER_METADATA);
            bucket.put(key, StoredObject.plain(part.length(), part.variant(), part.etag(), Instant.now(), headers));
        }
        return Reply.empty(200, etag(part.etag()));
    }

    private static String etag(String etag) {
        return "ETag: \"" + etag + "\"\r\n";
    }

    private static Reply error(int status, String code) {
        return Reply.failure(status, "<Error><Code>" + code + "</Code></Error>");
    }
}
