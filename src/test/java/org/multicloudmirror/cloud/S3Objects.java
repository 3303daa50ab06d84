package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects in one piece (PutObject, CopyObject, GetObject, HeadObject, GetObjectTagging). */
final class S3Objects {

    private static final Set<String> CONTENT = Set.of(
            "content-type",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "expires",
            "x-amz-storage-class");
    private static final Set<String> ARCHIVES = Set.of("GLACIER", "DEEP_ARCHIVE");

    private final Service service;

    S3Objects(Service service) {
        this.service = service;
    }

    Reply put(Call call) throws IOException {
        byte[] content = call.bytes();
        if (isWrong(call, content)) {
            return badDigest();
        }
        if (isUnmet(call)) {
            return preconditionFailed();
        }
        StoredObject object = StoredObject.plain(content, headers(call)).tagged(sentTags(call));
        service.put(call.bucket(), call.key(), object);
        return Reply.of(200).with("ETag", quoted(object));
    }

    private boolean isUnmet(Call call) {
        Optional<String> present = service.object(call.bucket(), call.key()).map(S3Objects::quoted);
        boolean isThere = call.header("If-None-Match").filter("*"::equals).isPresent() && present.isPresent();
        return isThere
                || call.header("If-Match")
                        .filter(tag -> !present.equals(Optional.of(tag)))
                        .isPresent();
    }

    static boolean isWrong(Call call, byte[] content) {
        return call.header("Content-MD5")
                .filter(md5 -> !md5.equals(Md5s.base64(content)))
                .isPresent();
    }

    static Reply badDigest() {
        return Reply.error(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }

    Reply copy(Call call) {
        Optional<StoredObject> source = source(call);
        if (source.isEmpty()) {
            return noSuchKey();
        }
        StoredObject object = source.get();
        if (isOtherVersion(call, object)) {
            return preconditionFailed();
        }
        if (isArchived(object)) {
            return archived(object);
        }
        boolean isNew = call.header("x-amz-metadata-directive")
                .filter("REPLACE"::equals)
                .isPresent();
        if (!isNew && copySource(call).equals(call.bucket() + "/" + call.key())) {
            return Reply.error(400, "InvalidRequest", "This copy request is illegal: it changes nothing.");
        }
        boolean hasNewTags =
                call.header("x-amz-tagging-directive").filter("REPLACE"::equals).isPresent();
        Fields headers = isNew ? headers(call) : object.headers();
        StoredObject copy =
                StoredObject.plain(object.content(), headers).tagged(hasNewTags ? sentTags(call) : object.tags());
        service.put(call.bucket(), call.key(), copy);
        return Reply.xml(
                200,
                "<CopyObjectResult><LastModified>" + copy.modified() + "</LastModified><ETag>&quot;" + copy.etag()
                        + "&quot;</ETag></CopyObjectResult>");
    }

    Optional<StoredObject> source(Call call) {
        String[] named = copySource(call).split("/", 2);
        return service.object(named[0], named[1]);
    }

    private static String copySource(Call call) {
        return Percent.decode(call.header("x-amz-copy-source").orElseThrow().replaceFirst("^/", ""));
    }

    static boolean isOtherVersion(Call call, StoredObject object) {
        return call.header("x-amz-copy-source-if-match")
                .filter(tag -> !tag.replace("\"", "").equals(object.etag()))
                .isPresent();
    }

    Reply get(Call call) {
        Optional<StoredObject> found = service.object(call.bucket(), call.key());
        if (found.isEmpty()) {
            return noSuchKey();
        }
        StoredObject object = found.get();
        if (call.is("GET") && isArchived(object)) {
            return archived(object);
        }
        Reply reply = Reply.of(200)
                .with("Last-Modified", HttpTime.of(object.modified()))
                .with("Accept-Ranges", "bytes")
                .with("ETag", quoted(object))
                .with(object.headers())
                .withBody(object.content());
        if (!object.tags().isEmpty()) {
            reply = reply.with(
                    "x-amz-tagging-count", Integer.toString(object.tags().size()));
        }
        return call.asks("partNumber") ? part(call, object, reply) : Ranges.cut(call, object.etag(), reply);
    }

    private static Reply part(Call call, StoredObject object, Reply whole) {
        if (Ranges.isOther(call, object.etag())) {
            return preconditionFailed();
        }
        int number = Integer.parseInt(call.query().get("partNumber"));
        int count = object.parts().size();
        if (number > Math.max(1, count)) {
            return Reply.error(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        }
        int first = object.parts().stream()
                .limit(number - 1)
                .mapToInt(StoredObject.Part::size)
                .sum();
        int size = count == 0 ? object.size() : object.parts().get(number - 1).size();
        Reply part = Ranges.of(whole, first, first + size - 1);
        return count == 0 ? part : part.with("x-amz-mp-parts-count", Integer.toString(count));
    }

    Reply tags(Call call) {
        StringBuilder xml = new StringBuilder("<Tagging><TagSet>");
        Map<String, String> tags = service.object(call.bucket(), call.key())
                .map(StoredObject::tags)
                .orElse(Map.of());
        tags.forEach((name, value) ->
                xml.append("<Tag><Key>" + Xml.escaped(name) + "</Key><Value>" + Xml.escaped(value) + "</Value></Tag>"));
        return service.object(call.bucket(), call.key()).isEmpty()
                ? noSuchKey()
                : Reply.xml(200, xml.append("</TagSet></Tagging>").toString());
    }

    static Fields headers(Call call) {
        Fields kept = call.headers().only(name -> CONTENT.contains(name) || name.startsWith("x-amz-meta-"));
        Fields told =
                kept.first("x-amz-storage-class").filter("STANDARD"::equals).isPresent()
                        ? kept.without("x-amz-storage-class")
                        : kept;
        return told.has("Content-Type") ? told : told.with("Content-Type", "binary/octet-stream");
    }

    static Map<String, String> sentTags(Call call) {
        return Percent.query(call.header("x-amz-tagging").orElse(""));
    }

    static String quoted(StoredObject object) {
        return '"' + object.etag() + '"';
    }

    static Reply noSuchKey() {
        return Reply.error(404, "NoSuchKey", "The specified key does not exist.");
    }

    static Reply preconditionFailed() {
        return Reply.error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    private static boolean isArchived(StoredObject object) {
        return object.headers()
                .first("x-amz-storage-class")
                .filter(ARCHIVES::contains)
                .isPresent();
    }

    private static Reply archived(StoredObject object) {
        return Reply.xml(
                403,
                "<Error><Code>InvalidObjectState</Code><Message>The operation is not valid for the object's storage"
                        + " class</Message><StorageClass>"
                        + object.headers().first("x-amz-storage-class").orElseThrow() + "</StorageClass></Error>");
    }
}
