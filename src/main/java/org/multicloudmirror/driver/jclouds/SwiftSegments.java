package org.multicloudmirror.driver.jclouds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.multicloudmirror.storage.SegmentNames;

/**
 * How our segments are named: {@code mirror/<SHA-256 of the key>/<upload>/<number>} in {@code <container>_segments}. The
 * key itself may have all the 1,024 bytes that a name has.
 */
final class SwiftSegments {

    private SwiftSegments() {}

    /** The container of the segments of a container's objects. */
    static String container(String container) {
        return container + "_segments";
    }

    /** What the names of a new upload's segments begin with; no other upload's do. */
    static String fresh(String key) {
        return ofKey(key) + UUID.randomUUID() + "/";
    }

    /** A part as the end of a name, sorted as the numbers are. */
    static String number(int number) {
        return String.format(Locale.ROOT, "%08d", number);
    }

    /**
     * What the segments of an upload of ours begin with.
     *
     * @param path of one of them, {@code /container/object}
     * @return empty when it is no segment of ours for this key
     */
    static Optional<String> prefix(String container, String key, String path) {
        String start = "/" + container(container) + "/";
        if (!path.startsWith(start)) {
            return Optional.empty();
        }
        return SegmentNames.upload(path.substring(start.length())).filter(upload -> upload.startsWith(ofKey(key)));
    }

    private static String ofKey(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "mirror/" + HexFormat.of().formatHex(digest) + "/";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
