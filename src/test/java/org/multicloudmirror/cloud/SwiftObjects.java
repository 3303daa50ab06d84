package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Objects of Swift. */
final class SwiftObjects {

    /** What a POST replaces, and a PUT sets, besides user metadata. */
    private static final Set<String> HEADERS = Set.of(
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "expires",
            "x-delete-at",
            "x-object-manifest");

    private static final String TYPE = "Content-Type";
    private static final String USER = "x-object-meta-";

    private final Service service;

    SwiftObjects(Service service) {
        this.service = service;
    }

    Reply answer(Call call) throws IOException {
        Optional<StoredObject> found = service.object(call.bucket(), call.key());
        if (call.is("PUT")) {
            return call.header("X-Copy-From").isPresent() ? copy(call) : put(call, call.bytes(), Fields.NONE);
        }
        if (found.isEmpty()) {
            return SwiftDoor.html(404, "Not Found");
        }
        return switch (call.method()) {
            case "GET", "HEAD" -> get(call, found.get());
            case "POST" -> post(call, found.get());
            case "DELETE" -> delete(call, found.get());
            default -> Reply.of(405);
        };
    }

    private Reply put(Call call, byte[] content, Fields from) throws IOException {
        Optional<Reply> refusal = SwiftLimits.refusal(call);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Fields headers = from.and(sent(call));
        if (!headers.has(TYPE)) {
            headers = headers.with(TYPE, "application/octet-stream");
        }
        StoredObject object =
                call.query().getOrDefault("multipart-manifest", "").equals("put")
                        ? SwiftLarge.manifest(service, content, headers)
                        : StoredObject.plain(content, headers);
        if (object == null) {
            return Reply.text(400, "application/json", "{\"Errors\": [[\"segment\", \"Etag Mismatch\"]]}");
        }
        if (call.header("ETag")
                .filter(tag -> !tag.replace("\"", "").equals(object.etag()))
                .isPresent()) {
            return SwiftDoor.html(422, "Unprocessable Entity");
        }
        if (call.header("If-None-Match").filter("*"::equals).isPresent()
                && service.object(call.bucket(), call.key()).isPresent()) {
            return SwiftDoor.html(412, "Precondition Failed");
        }
        service.put(call.bucket(), call.key(), object);
        return Reply.of(201)
                .with("ETag", object.isManifest() ? '"' + object.etag() + '"' : object.etag())
                .with("Last-Modified", HttpTime.of(object.modified()));
    }

    private Reply copy(Call call) throws IOException {
        String[] named = Percent.decode(call.header("X-Copy-From").orElseThrow().replaceFirst("^/", ""))
                .split("/", 2);
        Optional<StoredObject> source = service.object(named[0], named[1]);
        if (source.isEmpty()) {
            return SwiftDoor.html(404, "Not Found");
        }
        String etag = SwiftLarge.etag(service, source.get());
        Reply read = Ranges.cut(call, etag, Reply.of(200).withBody(SwiftLarge.content(service, source.get())));
        if (!read.isSuccess()) {
            return read;
        }
        boolean isFresh =
                call.header("X-Fresh-Metadata").filter("true"::equalsIgnoreCase).isPresent();
        return put(
                call,
                read.body(),
                isFresh ? Fields.NONE : source.get().headers().without("X-Object-Manifest"));
    }

    private Reply get(Call call, StoredObject object) {
        if (object.isManifest()
                && call.query().getOrDefault("multipart-manifest", "").equals("get")) {
            return SwiftLarge.told(service, object);
        }
        boolean isLarge = object.isManifest() || SwiftLarge.isDynamic(object);
        String etag = SwiftLarge.etag(service, object);
        Reply whole = Reply.of(200)
                .with("Last-Modified", HttpTime.of(object.modified()))
                .with("Accept-Ranges", "bytes")
                .with("ETag", isLarge ? '"' + etag + '"' : etag)
                .with(object.headers())
                .withBody(SwiftLarge.content(service, object));
        return Ranges.cut(call, etag, object.isManifest() ? whole.with("X-Static-Large-Object", "True") : whole);
    }

    private Reply post(Call call, StoredObject object) {
        Optional<Reply> refusal = SwiftLimits.refusal(call);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Fields type = object.headers().only(name -> name.equals("content-type"));
        service.put(call.bucket(), call.key(), object.with(type.and(sent(call))));
        return Reply.of(202);
    }

    private Reply delete(Call call, StoredObject object) {
        if (call.query().getOrDefault("multipart-manifest", "").equals("delete")) {
            object.parts().forEach(part -> {
                String[] named = part.path().substring(1).split("/", 2);
                service.remove(named[0], named[1]);
            });
        }
        service.remove(call.bucket(), call.key());
        return Reply.of(204);
    }

    private static Fields sent(Call call) {
        return call.headers()
                .only(name -> name.startsWith(USER) || HEADERS.contains(name) || name.equalsIgnoreCase(TYPE));
    }
}
