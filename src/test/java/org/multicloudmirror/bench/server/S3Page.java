package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.multicloudmirror.bench.server.Listing.Query;

/** A {@code ListBucketResult} (S3 API reference, ListObjectsV2); a continuation token is the last key. */
final class S3Page {

    private static final int MOST = 1000;
    private static final int LINE = 256;

    private S3Page() {}

    static Reply of(Bucket bucket, Request request) {
        String token = request.parameter("continuation-token");
        Query query = new Query(
                request.parameter("prefix"),
                token.isEmpty() ? request.parameter("start-after") : token,
                "",
                request.parameter("delimiter"),
                request.asks("max-keys") ? Math.min(MOST, Integer.parseInt(request.parameter("max-keys"))) : MOST);
        Listing page = Listing.of(bucket, query);
        StringBuilder xml = new StringBuilder(page.lines().size() * LINE + LINE);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult"
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><KeyCount>");
        xml.append(page.lines().size()).append("</KeyCount><IsTruncated>").append(page.isTruncated());
        xml.append("</IsTruncated>");
        if (page.isTruncated()) {
            Listed last = page.lines().get(page.lines().size() - 1);
            xml.append("<NextContinuationToken>").append(last.key()).append("</NextContinuationToken>");
        }
        page.lines().forEach(line -> append(line, xml));
        xml.append("</ListBucketResult>");
        return Reply.text(
                200, "Content-Type: application/xml\r\n", xml.toString().getBytes(ISO_8859_1));
    }

    private static void append(Listed line, StringBuilder xml) {
        StoredObject object = line.object();
        if (object == null) {
            xml.append("<CommonPrefixes><Prefix>").append(line.key()).append("</Prefix></CommonPrefixes>");
            return;
        }
        xml.append("<Contents><Key>")
                .append(line.key())
                .append("</Key><LastModified>")
                .append(object.modified());
        xml.append("</LastModified><ETag>&quot;").append(object.listedTag()).append("&quot;</ETag><Size>");
        xml.append(object.size()).append("</Size><StorageClass>STANDARD</StorageClass></Contents>");
    }
}
