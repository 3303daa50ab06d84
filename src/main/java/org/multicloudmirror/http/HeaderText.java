package org.multicloudmirror.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a header's bytes: UTF-8 as Swift and S3-compatible services write it, or else Latin-1, which headers once
 * were in (RFC 9110, section 5.5). Nothing is replaced: every sequence of bytes has a text.
 */
final class HeaderText {

    private HeaderText() {}

    /**
     * The text.
     *
     * @param raw a character a byte
     */
    static String of(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > 0x7f) {
                return decoded(raw);
            }
        }
        return raw;
    }

    private static String decoded(String raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }
}
