package org.multicloudmirror.driver.quirk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.Keys;

/** What there may be in a key for a server in between to change its path, and what it would make of it. */
@SuppressWarnings("ImmutableEnumChecker") // functions without a state
public enum PathTrait {
    /** {@code a//b}. */
    EMPTY_SEGMENT(found("//"), key -> key.replaceAll("/{2,}", "/")),
    /** {@code /a}. */
    LEADING_SLASH(found("^/"), key -> key.replaceFirst("^/+", "")),
    /** {@code a/./b} and {@code a/../b} (RFC 3986, 5.2.4). */
    DOT_SEGMENT(found("(^|/)\\.{1,2}(/|$)"), PathTrait::resolved),
    /** {@code %41}. */
    ESCAPE(found("%\\p{XDigit}{2}"), PathTrait::decoded),
    /** A percent sign that begins no escape. */
    PERCENT(found("%(?!\\p{XDigit}{2})"), key -> key),
    /** {@code a+b}. */
    PLUS(found("\\+"), key -> key.replace('+', ' ')),
    /** {@code a;b}: a path's parameters. */
    SEMICOLON(found(";"), key -> key.replaceAll(";[^/]*", "")),
    /** {@code a\b}. */
    BACKSLASH(found("\\\\"), key -> key.replace('\\', '/')),
    /** Characters that NFC composes. */
    DECOMPOSED(key -> !Normalizer.isNormalized(key, Form.NFC), key -> Normalizer.normalize(key, Form.NFC)),
    /** Characters that NFD takes apart. */
    COMPOSED(key -> !Normalizer.isNormalized(key, Form.NFD), key -> Normalizer.normalize(key, Form.NFD)),
    /** Anything else beyond printable ASCII. */
    FOREIGN(found("[^\\x20-\\x7e]"), key -> Normalizer.normalize(key, Form.NFKC));

    private final Predicate<String> isIn;
    private final UnaryOperator<String> changed;

    PathTrait(Predicate<String> isIn, UnaryOperator<String> changed) {
        this.isIn = isIn;
        this.changed = changed;
    }

    /** Those of a key; none where it is plain. */
    public static Set<PathTrait> of(String key) {
        EnumSet<PathTrait> traits = EnumSet.noneOf(PathTrait.class);
        if (!Keys.isPlain(key)) {
            for (PathTrait trait : values()) {
                if (trait.isIn.test(key)) {
                    traits.add(trait);
                }
            }
        }
        return traits;
    }

    /** The other keys that a key may be taken for: by a change of one kind, or of all; none of them is empty. */
    public static Set<String> aliases(String key) {
        Set<String> aliases = new LinkedHashSet<>();
        String all = key;
        for (PathTrait trait : of(key)) {
            aliases.add(trait.changed.apply(key));
            // to take apart and to compose are not done both
            all = trait == COMPOSED ? all : trait.changed.apply(all);
        }
        aliases.add(all);
        aliases.remove(key);
        aliases.removeIf(alias -> alias.isEmpty() || !Keys.isReadable(alias));
        return aliases;
    }

    private static Predicate<String> found(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }

    private static String decoded(String key) {
        // only what is an escape, and no plus sign
        String escaped = key.replaceAll("%(?!\\p{XDigit}{2})", "%25").replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    private static String resolved(String key) {
        StringBuilder path = new StringBuilder();
        String[] segments = key.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean isLast = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> {
                    // nothing
                }
                case ".." -> path.setLength(Math.max(0, path.lastIndexOf("/", path.length() - 2) + 1));
                default -> path.append(segments[i]).append(isLast ? "" : "/");
            }
        }
        return path.toString();
    }
}
