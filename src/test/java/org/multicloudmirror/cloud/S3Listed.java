package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Iterator;
import java.util.function.UnaryOperator;

/** ListObjectsV2, and the first version. */
final class S3Listed {

    private static final int MOST = 1000;

    private S3Listed() {}

    static Reply answer(Service service, Call call) {
        if (call.asks("location")) {
            return Reply.xml(200, "<LocationConstraint/>");
        }
        Bucket bucket = service.bucket(call.bucket()).orElseThrow();
        boolean isSecond = call.query().getOrDefault("list-type", "").equals("2");
        int most = Math.min(MOST, Integer.parseInt(call.query().getOrDefault("max-keys", "1000")));
        String prefix = call.query().getOrDefault("prefix", "");
        UnaryOperator<String> written = call.asks("encoding-type") ? Percent::listed : Xml::escaped;
        Iterator<String> keys = bucket.after(start(call, isSecond), (key, object) -> key.startsWith(prefix));
        StringBuilder entries = new StringBuilder();
        String last = "";
        int count = 0;
        while (count < most && keys.hasNext()) {
            last = keys.next();
            StoredObject object = bucket.objects().get(last);
            if (object != null) {
                entries.append(entry(written.apply(last), object));
                count++;
            }
        }
        boolean isTruncated = count > 0 && keys.hasNext();
        StringBuilder xml = new StringBuilder("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        xml.append("<Name>").append(call.bucket()).append("</Name>");
        xml.append("<Prefix>").append(written.apply(prefix)).append("</Prefix>");
        xml.append("<MaxKeys>").append(most).append("</MaxKeys>");
        if (call.asks("encoding-type")) {
            xml.append("<EncodingType>url</EncodingType>");
        }
        xml.append("<IsTruncated>").append(isTruncated).append("</IsTruncated>");
        if (isSecond) {
            xml.append("<KeyCount>").append(count).append("</KeyCount>");
        }
        if (isTruncated && isSecond) {
            xml.append("<NextContinuationToken>").append(token(last)).append("</NextContinuationToken>");
        }
        return Reply.xml(200, xml.append(entries).append("</ListBucketResult>").toString());
    }

    private static String start(Call call, boolean isSecond) {
        String token = isSecond ? call.query().getOrDefault("continuation-token", "") : "";
        return token.isEmpty()
                ? call.query().getOrDefault(isSecond ? "start-after" : "marker", "")
                : new String(Base64.getUrlDecoder().decode(token), UTF_8);
    }

    /** It means nothing to a client. */
    private static String token(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8));
    }

    private static String entry(String key, StoredObject object) {
        return "<Contents><Key>" + key + "</Key><LastModified>" + ListedTime.s3(object.modified())
                + "</LastModified><ETag>&quot;" + object.etag() + "&quot;</ETag><Size>" + object.size()
                + "</Size><StorageClass>"
                + object.headers().first("x-amz-storage-class").orElse("STANDARD") + "</StorageClass></Contents>";
    }
}
