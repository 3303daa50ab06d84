package org.multicloudmirror.bench.server;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body as it comes in and tells its MD5. While the bytes are those of a generated object they are only
 * compared, which costs a tenth of hashing them.
 */
final class Recognition {

    private int variant = StoredObject.NO_VARIANT;
    private long length;
    private @Nullable MessageDigest digest;

    void add(ByteBuffer bytes) {
        if (length == 0 && bytes.hasRemaining()) {
            variant = Content.variantThatBeginsWith(bytes.get(bytes.position()));
        }
        while (digest == null && bytes.hasRemaining()) {
            ByteBuffer expected = Content.bytes(variant, length, bytes.remaining());
            ByteBuffer come = bytes.slice(bytes.position(), expected.remaining());
            if (come.mismatch(expected) >= 0) {
                MessageDigest anew = Content.md5();
                Content.update(anew, variant, length);
                digest = anew;
                variant = StoredObject.NO_VARIANT;
            } else {
                bytes.position(bytes.position() + expected.remaining());
                length += expected.remaining();
            }
        }
        if (digest != null) {
            length += bytes.remaining();
            digest.update(bytes);
        }
    }

    long length() {
        return length;
    }

    /** Which generated content the body is, or {@link StoredObject#NO_VARIANT}. */
    int variant() {
        return variant;
    }

    /** The MD5 of all that came; may be asked for once. */
    byte[] md5() {
        if (digest != null) {
            return digest.digest();
        }
        return length == 0 ? Content.md5().digest() : Content.md5(variant, length);
    }
}
