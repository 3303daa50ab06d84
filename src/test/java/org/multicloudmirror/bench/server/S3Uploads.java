package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Multipart uploads under way (S3 user guide, "Uploading and copying objects using multipart upload"). */
final class S3Uploads {

    private static final Pattern NUMBER = Pattern.compile("<PartNumber>(\\d+)</PartNumber>");

    private record Upload(String headers, ConcurrentMap<Integer, Part> parts) {}

    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    Reply begin(Request request) {
        String id = UUID.randomUUID().toString();
        uploads.put(id, new Upload(Metadata.of(request, S3Door.USER_METADATA), new ConcurrentHashMap<>()));
        return xml("<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    boolean has(Request request) {
        return uploads.containsKey(request.parameter("uploadId"));
    }

    void add(Request request, Part part) {
        upload(request).parts().put(Integer.valueOf(request.parameter("partNumber")), part);
    }

    /** Makes the object of the parts that the body names. */
    Reply complete(Request request, byte[] body, Bucket bucket, String key) {
        Upload upload = upload(request);
        List<Part> parts = NUMBER.matcher(new String(body, UTF_8))
                .results()
                .map(number -> upload.parts().get(Integer.valueOf(number.group(1))))
                .toList();
        MessageDigest digest = Content.md5();
        parts.forEach(part -> digest.update(part.md5()));
        String etag = HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
        bucket.put(
                key,
                StoredObject.plain(Part.lengthOf(parts), Part.variantOf(parts), etag, Instant.now(), upload.headers()));
        uploads.remove(request.parameter("uploadId"));
        return xml(
                "<CompleteMultipartUploadResult><ETag>&quot;" + etag + "&quot;</ETag></CompleteMultipartUploadResult>");
    }

    Reply forget(Request request) {
        uploads.remove(request.parameter("uploadId"));
        return Reply.empty(204, "");
    }

    private Upload upload(Request request) {
        Upload upload = uploads.get(request.parameter("uploadId"));
        if (upload == null) {
            throw new IllegalArgumentException("no upload " + request.parameter("uploadId"));
        }
        return upload;
    }

    private static Reply xml(String text) {
        return Reply.text(200, "Content-Type: application/xml\r\n", text.getBytes(UTF_8));
    }
}
