package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same with another provider in front of Java's own, and without. */
class StreamMd5Test {

    private final Other other = new Other();

    @AfterEach
    void close() {
        Security.removeProvider(other.getName());
    }

    @Test
    void makesTheSameWhoseverCodeItIs() {
        byte[] bytes = new byte[100_001];
        new Random(7).nextBytes(bytes);
        ETag expected = Md5.of(bytes);

        ETag without = inPieces(bytes);
        int before = other.asked;
        Security.insertProviderAt(other, 1);
        ETag with = inPieces(bytes);

        assertThat(without).isEqualTo(expected);
        assertThat(before).isZero();
        assertThat(with).isEqualTo(expected);
        assertThat(other.asked).isEqualTo(1);
    }

    private static ETag inPieces(byte[] bytes) {
        StreamMd5 md5 = new StreamMd5();
        md5.update(bytes, 0, 33_333);
        md5.update(bytes, 33_333, bytes.length - 33_333);
        return md5.tag();
    }

    /** Has Java's MD5 for its own. */
    private static final class Other extends Provider {

        private int asked;

        Other() {
            super("Other", "1", "MD5 alone");
            putService(new Service(this, "MessageDigest", "MD5", "Other", null, null) {
                @Override
                public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
                    asked++;
                    return MessageDigest.getInstance("MD5", Security.getProvider("SUN"));
                }
            });
        }
    }
}
