package org.multicloudmirror.storage.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Names and values as one word of letters, digits, {@code -} and {@code _}: form encoding, deflated without a header
 * (RFC 1951), in base64url without padding (RFC 4648, section 5).
 */
final class PackedFields {

    /** In bytes, once inflated: many times what any store holds, so that no object can fill the memory. */
    private static final int MOST = 1 << 18;

    private PackedFields() {}

    static String pack(Map<String, String> fields) {
        byte[] text = FormText.of(fields).getBytes(UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(text);
            deflater.finish();
            // text that does not shrink grows by a few bytes for each 16 KiB
            byte[] packed = new byte[text.length + text.length / 1000 + 64];
            int length = deflater.deflate(packed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(packed, length));
        } finally {
            deflater.end();
        }
    }

    /** The fields of such a word; empty when it is none, or not whole. */
    static Optional<Map<String, String>> unpack(String word) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(word));
            byte[] text = new byte[MOST];
            int length = inflater.inflate(text);
            return inflater.finished() ? FormText.fields(new String(text, 0, length, UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException | DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
