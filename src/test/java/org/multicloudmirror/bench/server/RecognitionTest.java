package org.multicloudmirror.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final int LENGTH = 2 * Content.BLOCK + 100;

    @Test
    void knowsGeneratedBytesInWhateverPiecesTheyCome() {
        byte[] body = body(7);

        Recognition recognition = taken(body, 1000);

        assertThat(recognition.variant()).isEqualTo(7);
        assertThat(recognition.length()).isEqualTo(LENGTH);
        assertThat(recognition.md5()).isEqualTo(Content.md5().digest(body));
    }

    @Test
    void hashesWhatBeginsAsGeneratedBytesAndGoesOnOtherwise() {
        byte[] body = body(7);
        body[Content.BLOCK + 5] ^= 1;

        Recognition recognition = taken(body, 1000);

        assertThat(recognition.variant()).isEqualTo(StoredObject.NO_VARIANT);
        assertThat(recognition.length()).isEqualTo(LENGTH);
        assertThat(recognition.md5()).isEqualTo(Content.md5().digest(body));
    }

    @Test
    void takesNothing() {
        Recognition recognition = new Recognition();

        assertThat(recognition.length()).isZero();
        assertThat(recognition.md5()).isEqualTo(Content.md5().digest());
    }

    private static Recognition taken(byte[] body, int piece) {
        Recognition recognition = new Recognition();
        for (int at = 0; at < body.length; at += piece) {
            recognition.add(ByteBuffer.wrap(body, at, Math.min(piece, body.length - at)));
        }
        return recognition;
    }

    private static byte[] body(int variant) {
        byte[] body = new byte[LENGTH];
        for (int at = 0; at < LENGTH; at += Content.BLOCK) {
            ByteBuffer bytes = Content.bytes(variant, at, (long) LENGTH - at);
            bytes.get(body, at, bytes.remaining());
        }
        return body;
    }
}
