package org.multicloudmirror.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the platform's own. */
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

    /** As a part and its whole object: at the same place of a block, and at another. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 6400, 6401})
    void takesBytesIntoTwoAtOnce(int ahead) {
        byte[] bytes = random(100_000);
        Md5 whole = new Md5();
        Md5 part = new Md5();

        whole.update(bytes, 0, ahead);
        for (int at = ahead, taken; at < bytes.length; at += taken) {
            taken = Math.min(bytes.length - at, random.nextInt(3000));
            whole.updateWith(part, bytes, at, taken);
        }

        assertThat(whole.tag()).isEqualTo(platform(bytes, 0));
        assertThat(part.tag()).isEqualTo(platform(bytes, ahead));
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
}
