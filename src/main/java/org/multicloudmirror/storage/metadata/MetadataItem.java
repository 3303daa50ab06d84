package org.multicloudmirror.storage.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.MetadataLimits;

/**
 * One thing that goes along with an object's bytes.
 *
 * @param kind what it is at its source
 * @param name of a header as on the wire; of anything else the name of the user metadata that it is, or becomes
 * @param value as text
 * @param label what it is called when it is lost
 */
record MetadataItem(Kind kind, String name, String value, String label) {

    enum Kind {
        HEADER,
        USER,
        /** Tags or a time, for a store that has none. */
        OURS
    }

    /** The largest first; names settle what sizes do not. */
    static final Comparator<MetadataItem> LARGEST_FIRST =
            Comparator.comparingInt(MetadataItem::size).reversed().thenComparing(MetadataItem::name);

    /** A name of a header (RFC 9110, section 5.6.2), in the lower case that it comes back in. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");

    /** A parameter of a Content-Type that Swift keeps for its own use, and refuses; through its S3 door, too. */
    private static final Pattern SWIFTS_OWN = Pattern.compile(";\\s*swift_");

    static MetadataItem header(ContentHeader header, String value) {
        return new MetadataItem(Kind.HEADER, header.httpName(), value, header.httpName());
    }

    static MetadataItem user(String name, String value) {
        return new MetadataItem(Kind.USER, name, value, "metadata \"" + Keys.printable(name) + "\"");
    }

    static MetadataItem ours(String name, String value, String label) {
        return new MetadataItem(Kind.OURS, name, value, label);
    }

    /** Whether a store holds it as it is. */
    boolean isHeld(MetadataLimits limits) {
        boolean isSendable = isOneLine(value) && Keys.isReadable(value);
        return switch (kind) {
            case HEADER ->
                isSendable
                        && limits.drops().stream()
                                .noneMatch(dropped -> dropped.httpName().equals(name))
                        && (!limits.isAscii() || US_ASCII.newEncoder().canEncode(value))
                        && !SWIFTS_OWN.matcher(value).find();
            case USER -> isSendable && isNameHeld(limits) && !OurNames.isOurs(name) && isValueHeld(limits);
            case OURS -> isSendable && isValueHeld(limits);
        };
    }

    /** Whether nothing of a value ends or splits a header, or is cut off its ends (RFC 9110, section 5.5). */
    private static boolean isOneLine(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) == 0x7f) {
                return false;
            }
        }
        return !value.startsWith(" ") && !value.endsWith(" ");
    }

    private boolean isNameHeld(MetadataLimits limits) {
        return name.length() <= limits.nameBytes()
                && TOKEN.matcher(name).matches()
                && !(limits.foldsUnderscores() && name.indexOf('_') >= 0);
    }

    private boolean isValueHeld(MetadataLimits limits) {
        return bytes(wire(value, limits)) <= limits.valueBytes()
                && (!limits.isAscii()
                        || EncodedWords.decode(wire(value, limits)).equals(value));
    }

    /** Whether no limit counts it: a header that is held as it is. */
    boolean takesNoRoom(MetadataLimits limits) {
        return kind == Kind.HEADER && isHeld(limits);
    }

    /** A value as it is on the wire. */
    static String wire(String value, MetadataLimits limits) {
        return limits.isAscii() ? EncodedWords.encode(value) : value;
    }

    /** In UTF-8. */
    static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    private int size() {
        return bytes(name) + bytes(value);
    }
}
