package org.multicloudmirror.it.servers;

import java.util.Map;
import java.util.stream.Collectors;
import org.multicloudmirror.http.PercentEncoding;

/** A {@code ListBucketResult} as S3 writes it. */
final class FakeListing {

    private FakeListing() {}

    /**
     * @param next the continuation token of the next page, or empty when this is the last
     */
    static String page(Map<String, byte[]> objects, String next) {
        String entries = objects.entrySet().stream()
                .map(object -> entry(object.getKey(), object.getValue()))
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><EncodingType>url</EncodingType>"
                + "<IsTruncated>" + !next.isEmpty() + "</IsTruncated>"
                + (next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>")
                + entries + "</ListBucketResult>";
    }

    private static String entry(String key, byte[] content) {
        return "<Contents><Key>%s</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>&quot;%s&quot;</ETag>"
                        .formatted(PercentEncoding.path(key), FakeBuckets.md5(content))
                + "<Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>".formatted(content.length);
    }
}
