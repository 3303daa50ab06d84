package org.multicloudmirror.driver.s3;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.Quirk;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * A server whose listings do not write keys as they say (ListObjectsV2, {@code EncodingType}): it says that it encodes
 * them and does not, encodes them without a word, or does it twice. What a page says is believed, until keys show
 * another form: by characters that encoding leaves nowhere, or by the prefix that all of them have.
 */
final class ListedKeys implements Quirk {

    /** Ceph, which encodes these, leaves {@code |}. */
    private static final String NEVER_LEFT = " \"<>\\^`{}";

    /** What stands in keys of either form. */
    private static final boolean[] UNTELLING = untelling();

    /** How often keys are encoded. */
    private final Learnt<Integer> times;

    ListedKeys(QuirkMemory memory) {
        this.times = new Learnt<>(memory);
    }

    /** How often they are known to be encoded, other than they say. */
    @Nullable
    Integer known() {
        return times.of(Learnt.STORE).orElse(null);
    }

    /**
     * Whether a key that is not there was read in another form than it was written in: a listing of what it was written
     * as shows that.
     *
     * @param look asks for a listing of one key, whose entries come here
     */
    boolean isMistaken(String key, Consumer<String> look) {
        Integer before = known();
        String encoded = PercentEncoding.path(key);
        Set<String> others =
                new LinkedHashSet<>(List.of(FormDecoding.decoded(key), encoded, encoded.replace("%20", "+")));
        others.remove(key);
        for (String other : others) {
            look.accept(other);
            if (!Objects.equals(before, known())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The entries of a page with their keys as they are.
     *
     * @param entries with keys as they were written
     * @param isSaid whether the page says that they are encoded
     * @param prefix that was asked for
     */
    List<ObjectEntry> decoded(List<ObjectEntry> entries, boolean isSaid, String prefix) {
        int said = isSaid ? 1 : 0;
        OptionalInt shown = shown(entries, prefix);
        if (shown.isPresent() && shown.getAsInt() == said) {
            times.unlearn(Learnt.STORE);
        } else if (shown.isPresent()) {
            times.learn(
                    Learnt.STORE,
                    shown.getAsInt(),
                    "its listings have keys that are encoded " + shown.getAsInt() + " times, and say " + said);
        }
        int actual = shown.orElse(times.of(Learnt.STORE).orElse(said));
        return actual == 0
                ? entries
                : entries.stream().map(entry -> decoded(entry, actual)).toList();
    }

    /** What the keys of a page show, if anything. */
    private static OptionalInt shown(List<ObjectEntry> entries, String prefix) {
        if (entries.stream().anyMatch(entry -> !isEncoded(entry.key()))) {
            return OptionalInt.of(0);
        }
        boolean isTelling = isTelling(prefix);
        for (int number = 0; isTelling && !entries.isEmpty() && number <= 2; number++) {
            int encodings = number;
            if (entries.stream()
                    .allMatch(entry -> decoded(entry, encodings).key().startsWith(prefix))) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether it shows how keys are encoded that all begin with it. */
    static boolean isTelling(String prefix) {
        return prefix.chars().anyMatch(c -> c == '%' || c == '+' || isNeverLeft(c));
    }

    private static boolean isEncoded(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            // nearly all characters are such, and a listing has many
            if (c < UNTELLING.length && UNTELLING[c]) {
                continue;
            }
            if (isNeverLeft(c) || (c == '%' && FormDecoding.value(raw, i) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] untelling() {
        boolean[] untelling = new boolean[0x7f];
        for (int c = 0; c < untelling.length; c++) {
            untelling[c] = c != '%' && !isNeverLeft(c);
        }
        return untelling;
    }

    /** Whether a character, or a byte of one, stands in no key that is encoded. */
    static boolean isNeverLeft(int c) {
        return c < ' ' || c >= 0x7f || NEVER_LEFT.indexOf(c) >= 0;
    }

    private static ObjectEntry decoded(ObjectEntry entry, int times) {
        String key = entry.key();
        for (int i = 0; i < times; i++) {
            key = FormDecoding.decoded(key);
        }
        return key.equals(entry.key()) ? entry : entry.withKey(key);
    }
}
