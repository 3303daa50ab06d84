package org.multicloudmirror.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.StoredObject;

/**
 * An object as the oracle sees it.
 *
 * @param mark what goes along with the bytes
 */
record Thing(String content, String mark, Instant modified) {

    static Thing of(Service service, String bucket, String key) {
        StoredObject object = service.object(bucket, key).orElseThrow();
        String name = prefix(service) + "mark";
        return new Thing(
                new String(service.content(bucket, key), UTF_8),
                object.header(name).orElse(""),
                object.modified());
    }

    void put(Service service, String bucket, String key) {
        service.put(bucket, key, content.getBytes(UTF_8), Map.of(prefix(service) + "mark", mark));
        service.put(bucket, key, service.object(bucket, key).orElseThrow().modified(modified));
    }

    int size() {
        return content.getBytes(UTF_8).length;
    }

    /** Whether both are the same to a user, whenever they were written. */
    boolean isLike(Thing other) {
        return content.equals(other.content) && mark.equals(other.mark);
    }

    @Override
    public String toString() {
        String shown = content.length() > 20 ? content.substring(0, 20) + "... (" + content.length() + ")" : content;
        return shown + " [" + mark + "]";
    }

    private static String prefix(Service service) {
        return service.protocol() == Protocol.S3 ? "x-amz-meta-" : "X-Object-Meta-";
    }
}
