package org.multicloudmirror.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * MD5 (RFC 1321): the proof that both protocols speak, not a protection against forgery. It is the platform's, in native
 * code where that stands in front of it by the time that the first bytes come.
 */
public final class Md5 {

    private @Nullable MessageDigest digest;

    /** One that has seen nothing yet. */
    public Md5() {}

    private Md5(@Nullable MessageDigest digest) {
        this.digest = digest;
    }

    /** The MD5 of these bytes. */
    public static ETag of(byte[] bytes) {
        Md5 md5 = new Md5();
        md5.update(bytes, 0, bytes.length);
        return md5.tag();
    }

    /** One that goes on from where this one is. */
    public Md5 copy() {
        try {
            return new Md5(digest == null ? null : (MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the MD5 of " + digest + " cannot be copied", e);
        }
    }

    /** Takes further bytes. */
    public void update(byte[] bytes, int from, int count) {
        if (digest == null) {
            digest = fresh();
        }
        digest.update(bytes, from, count);
    }

    /** The MD5 of what this one has seen; nothing may come after. */
    public ETag tag() {
        return ETag.ofMd5((digest == null ? fresh() : digest).digest());
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
