package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own; with another provider in front of that, and without. */
class Md5Test {

    private final Random random = new Random(7);

    /** RFC 1321, appendix A.5. */
    @ParameterizedTest
    @CsvSource({
        "'', d41d8cd98f00b204e9800998ecf8427e",
        "a, 0cc175b9c0f1b6a831c399e269772661",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0",
        "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + " 57edf4a22be3c955ac49da2e2107b67a"
    })
    void makesTheDigestsOfTheRfc(String text, String digest) {
        assertThat(Md5.of(text.getBytes(StandardCharsets.US_ASCII))).hasToString(digest);
    }

    @Test
    void makesTheSameOfEveryLengthAroundABlock() {
        for (int length = 0; length <= 3 * 64 + 1; length++) {
            byte[] bytes = random(length);
            assertThat(Md5.of(bytes)).as("%s bytes", length).isEqualTo(platform(bytes, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 63, 64, 65, 1000, 70_000})
    void makesTheSameHoweverTheBytesAreCut(int mostAtATime) {
        byte[] bytes = random(200_000);
        Md5 md5 = new Md5();

        for (int at = 0, taken; at < bytes.length; at += taken) {
            taken = Math.min(bytes.length - at, random.nextInt(mostAtATime + 1));
            md5.update(bytes, at, taken);
        }

        assertThat(md5.tag()).isEqualTo(platform(bytes, 0));
    }

    @Test
    void goesOnFromWhereACopyWasMade() {
        byte[] bytes = random(1000);
        Md5 md5 = new Md5();
        md5.update(bytes, 0, 100);
        Md5 copy = md5.copy();
        copy.update(bytes, 500, 77);

        md5.update(bytes, 100, 900);

        assertThat(md5.tag()).isEqualTo(platform(bytes, 0));
    }

    /** One that was begun is none of the provider's that comes after. */
    @Test
    void isThatOfTheProviderInFrontWhenTheFirstBytesCome() {
        byte[] bytes = random(1000);
        Md5 begun = new Md5();
        begun.update(bytes, 0, 1);
        Md5 waiting = new Md5();
        Other other = new Other();
        Security.insertProviderAt(other, 1);
        try {
            waiting.update(bytes, 0, 1000);
            begun.update(bytes, 1, 999);

            assertThat(waiting.copy().tag()).isEqualTo(waiting.tag()).isEqualTo(begun.tag());
            assertThat(other.asked).isEqualTo(1);
        } finally {
            Security.removeProvider(other.getName());
        }
        assertThat(Md5.of(bytes)).isEqualTo(platform(bytes, 0));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static ETag platform(byte[] bytes, int from) {
        try {
            byte[] seen = Arrays.copyOfRange(bytes, from, bytes.length);
            return ETag.ofMd5(MessageDigest.getInstance("MD5").digest(seen));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
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
