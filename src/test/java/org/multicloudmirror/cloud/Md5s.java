package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** MD5 as the protocols use it. */
final class Md5s {

    private Md5s() {}

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(digest(content));
    }

    /** The tag of a multipart object. */
    static String multipart(List<String> md5s) {
        return hex(HexFormat.of().parseHex(String.join("", md5s))) + "-" + md5s.size();
    }

    /** The tag of a large object of Swift. */
    static String manifest(List<String> etags) {
        return hex(String.join("", etags).getBytes(ISO_8859_1));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
