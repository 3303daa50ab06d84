package org.multicloudmirror.cloud;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Multipart uploads. */
final class S3Uploads {

    private static final int LEAST = 5 << 20;

    /** One that is under way. */
    private record Upload(
            String bucket, String key, Fields headers, Map<String, String> tags, NavigableMap<Integer, byte[]> parts) {}

    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final Service service;
    private final S3Objects objects;

    S3Uploads(Service service, S3Objects objects) {
        this.service = service;
        this.objects = objects;
    }

    Reply answer(Call call) throws IOException {
        if (call.asks("uploads")) {
            return begin(call);
        }
        Upload upload = uploads.get(call.query().get("uploadId"));
        if (upload == null
                || !upload.key().equals(call.key())
                || !upload.bucket().equals(call.bucket())) {
            return Reply.error(404, "NoSuchUpload", "The specified multipart upload does not exist.");
        }
        return switch (call.method()) {
            case "PUT" -> call.header("x-amz-copy-source").isPresent() ? copy(call, upload) : put(call, upload);
            case "POST" -> complete(call, upload);
            case "DELETE" -> {
                uploads.remove(call.query().get("uploadId"));
                yield Reply.of(204);
            }
            default -> Reply.error(405, "MethodNotAllowed", "The specified method is not allowed.");
        };
    }

    /** Those of a bucket that are under way. */
    Reply list(Call call) {
        StringBuilder xml = new StringBuilder("<ListMultipartUploadsResult>");
        uploads.forEach((id, upload) -> {
            if (upload.bucket().equals(call.bucket())) {
                xml.append(
                        "<Upload><Key>" + Xml.escaped(upload.key()) + "</Key><UploadId>" + id + "</UploadId></Upload>");
            }
        });
        return Reply.xml(200, xml.append("</ListMultipartUploadsResult>").toString());
    }

    private Reply begin(Call call) {
        String id = UUID.randomUUID().toString();
        Upload upload = new Upload(
                call.bucket(),
                call.key(),
                S3Objects.headers(call),
                S3Objects.sentTags(call),
                new ConcurrentSkipListMap<>());
        uploads.put(id, upload);
        return Reply.xml(
                200,
                "<InitiateMultipartUploadResult><Bucket>" + call.bucket() + "</Bucket><Key>" + Xml.escaped(call.key())
                        + "</Key><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    private static Reply put(Call call, Upload upload) throws IOException {
        byte[] content = call.bytes();
        if (S3Objects.isWrong(call, content)) {
            return S3Objects.badDigest();
        }
        upload.parts().put(number(call), content);
        return Reply.of(200).with("ETag", '"' + Md5s.hex(content) + '"');
    }

    private Reply copy(Call call, Upload upload) {
        Optional<StoredObject> source = objects.source(call);
        if (source.isEmpty()) {
            return S3Objects.noSuchKey();
        }
        if (S3Objects.isOtherVersion(call, source.get())) {
            return S3Objects.preconditionFailed();
        }
        byte[] whole = source.get().content();
        String[] range = call.header("x-amz-copy-source-range")
                .map(text -> text.substring("bytes=".length()).split("-", -1))
                .orElse(new String[] {"0", Integer.toString(whole.length - 1)});
        byte[] content = Arrays.copyOfRange(whole, Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1);
        upload.parts().put(number(call), content);
        return Reply.xml(200, "<CopyPartResult><ETag>&quot;" + Md5s.hex(content) + "&quot;</ETag></CopyPartResult>");
    }

    private Reply complete(Call call, Upload upload) throws IOException {
        List<Map<String, String>> named = Xml.elements(call.text(), "Part");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        List<StoredObject.Part> parts = new ArrayList<>();
        for (Map<String, String> part : named) {
            byte[] sent = upload.parts().get(Integer.parseInt(part.get("PartNumber")));
            String md5 = sent == null ? "" : Md5s.hex(sent);
            if (sent == null || !part.getOrDefault("ETag", "").replace("\"", "").equals(md5)) {
                return Reply.error(400, "InvalidPart", "One or more of the specified parts could not be found.");
            }
            if (sent.length < LEAST && parts.size() < named.size() - 1) {
                return Reply.error(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed");
            }
            content.writeBytes(sent);
            parts.add(new StoredObject.Part("", sent.length, md5));
        }
        if (parts.isEmpty()) {
            return Reply.error(400, "MalformedXML", "You must specify at least one part");
        }
        String etag = Md5s.multipart(parts.stream().map(StoredObject.Part::md5).toList());
        service.put(
                call.bucket(),
                call.key(),
                StoredObject.plain(content.toByteArray(), upload.headers())
                        .tagged(upload.tags())
                        .etag(etag)
                        .of(parts));
        uploads.remove(call.query().get("uploadId"));
        return Reply.xml(
                200,
                "<CompleteMultipartUploadResult><Bucket>" + call.bucket() + "</Bucket><Key>" + Xml.escaped(call.key())
                        + "</Key><ETag>&quot;" + etag + "&quot;</ETag></CompleteMultipartUploadResult>");
    }

    private static int number(Call call) {
        return Integer.parseInt(call.query().get("partNumber"));
    }

    /** One that a client has begun and left, without parts. */
    void leave(String bucket, String key, String id) {
        uploads.put(id, new Upload(bucket, key, Fields.of(Map.of()), Map.of(), new ConcurrentSkipListMap<>()));
    }

    /** Ids of what is under way, by key. */
    Map<String, String> underWay() {
        Map<String, String> keys = new TreeMap<>();
        uploads.forEach((id, upload) -> keys.put(upload.key(), id));
        return keys;
    }
}
