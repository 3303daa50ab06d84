package org.multicloudmirror.storage.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in ASCII as S3 gives it out: what is not ASCII in encoded words of RFC 2047 (S3 user guide, "User-defined
 * object metadata"). The choice between Q and B and the lengths of the words are those of JavaMail, which S3's answers
 * show, so that S3 has nothing to change.
 *
 * <p>Each text has one form on the wire and each form one text: words in any other form are text that looks like
 * words, and stay as they are.
 */
public final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([QB])\\?([!->@-~]*)\\?=");

    /** RFC 2047, section 2: 75 characters a word, of which 12 are not its text. */
    private static final int MOST = 63;

    private EncodedWords() {}

    /** A text as it goes over the wire. */
    public static String encode(String text) {
        long plain = text.chars().filter(EncodedWords::isPlain).count();
        if (plain < text.length()) {
            StringJoiner words = new StringJoiner(" ");
            encode(text, plain > text.length() - plain, words);
            return words.toString();
        }
        return decode(text).equals(text) ? text : word(text, false);
    }

    /** The text of what came over the wire. */
    public static String decode(String wire) {
        if (!wire.startsWith("=?UTF-8?")) {
            return wire;
        }
        StringBuilder text = new StringBuilder();
        for (String word : wire.split(" ", -1)) {
            Optional<String> part = part(word);
            if (part.isEmpty()) {
                return wire;
            }
            text.append(part.get());
        }
        return encode(text.toString()).equals(wire) ? text.toString() : wire;
    }

    /** Halves a text until each part makes a word that is not too long, and never between two surrogates. */
    private static void encode(String text, boolean isMostlyAscii, StringJoiner words) {
        String word = word(text, isMostlyAscii);
        int half = text.length() / 2;
        if (half > 0 && Character.isHighSurrogate(text.charAt(half - 1))) {
            half--;
        }
        if (word.length() - 12 <= MOST || half == 0) {
            words.add(word);
        } else {
            encode(text.substring(0, half), isMostlyAscii, words);
            encode(text.substring(half), isMostlyAscii, words);
        }
    }

    private static String word(String text, boolean isMostlyAscii) {
        byte[] bytes = text.getBytes(UTF_8);
        if (!isMostlyAscii) {
            return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
        }
        StringBuilder word = new StringBuilder("=?UTF-8?Q?");
        for (byte b : bytes) {
            if (b == ' ') {
                word.append('_');
            } else if (b < ' ' || b == 0x7f || "=_?".indexOf(b) >= 0) {
                word.append('=').append(HexFormat.of().withUpperCase().toHexDigits(b));
            } else {
                word.append((char) b);
            }
        }
        return word.append("?=").toString();
    }

    private static Optional<String> part(String word) {
        Matcher matcher = WORD.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = matcher.group(1).equals("B")
                    ? Base64.getDecoder().decode(matcher.group(2))
                    : unquoted(matcher.group(2));
            return Optional.of(new String(bytes, UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static byte[] unquoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isPlain(int c) {
        return (c >= ' ' && c < 0x7f) || c == '\t' || c == '\r' || c == '\n';
    }
}
