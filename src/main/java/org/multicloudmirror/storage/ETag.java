package org.multicloudmirror.storage;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An entity tag without its quotes. Some are the MD5 of the content, which two stores can be compared by; the others
 * (multipart {@code ...-N}, Swift manifests, encrypted objects) are opaque and prove a change only at their own store.
 *
 * @param value the tag as the store wrote it, unquoted; empty when the store gave none
 * @param isMd5 whether the value is known to be the MD5 of the content, in 32 hexadecimal digits
 */
public record ETag(String value, boolean isMd5) {

    /** The tag of an object whose store gave none. It equals nothing. */
    public static final ETag NONE = new ETag("", false);

    /** The MD5 of no bytes. */
    public static final ETag OF_NOTHING = new ETag("d41d8cd98f00b204e9800998ecf8427e", true);

    private static final int MD5_DIGITS = 32;

    /** An S3 multipart object's tag, or a Swift manifest's. */
    private static final Pattern ASSEMBLED = Pattern.compile("[0-9a-f]{32}(-\\d{1,5})?");

    /** Reads a tag of an object stored in one piece and in the clear: 32 hexadecimal digits are its MD5. */
    public static ETag parse(String raw) {
        String bare = unquoted(raw);
        return isMd5(bare) ? new ETag(bare.toLowerCase(Locale.ROOT), true) : new ETag(bare, false);
    }

    /** By hand: a listing has a tag an object, and a regular expression is what most of the time would go to. */
    private static boolean isMd5(String text) {
        if (text.length() != MD5_DIGITS) {
            return false;
        }
        for (int i = 0; i < MD5_DIGITS; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Reads a tag that is not the MD5 of the content, however much it looks like one. */
    public static ETag opaque(String raw) {
        return new ETag(unquoted(raw), false);
    }

    /** The tag that an object with this MD5 has. */
    public static ETag ofMd5(byte[] digest) {
        return new ETag(HexFormat.of().formatHex(digest), true);
    }

    /** Whether both are the MD5 of the content and equal: what holds between any two stores. */
    public boolean sameContentAs(ETag other) {
        return isMd5 && other.isMd5 && value.equals(other.value);
    }

    /**
     * Whether both tell the same content: by one MD5, or by one digest of the MD5s of the same parts ({@code ...-N} at
     * S3, 32 digits of a Swift manifest). Of two objects of one size, other tags prove nothing by being equal.
     */
    public boolean tellsSameAs(ETag other) {
        return sameContentAs(other) || (value.equals(other.value) && isAssembled() && other.isAssembled());
    }

    /** Whether both are of one kind that tells content, and tell different content. */
    public boolean tellsOtherThan(ETag other) {
        return ((isMd5 && other.isMd5) || (isAssembled() && other.isAssembled())) && !value.equals(other.value);
    }

    /** Whether this looks like the tag of an object that was put together from parts. */
    public boolean isAssembled() {
        return !isMd5 && ASSEMBLED.matcher(value).matches();
    }

    /** Whether this tag was given at all. */
    public boolean isKnown() {
        return !value.isEmpty();
    }

    /**
     * The MD5 as {@code Content-MD5} wants it (RFC 1864).
     *
     * @throws IllegalStateException when this tag is not an MD5
     */
    public String md5Base64() {
        if (!isMd5) {
            throw new IllegalStateException("not an MD5: " + value);
        }
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(value));
    }

    @Override
    public String toString() {
        return value;
    }

    private static String unquoted(String raw) {
        String text = raw.strip();
        if (text.startsWith("W/")) {
            text = text.substring(2);
        }
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
