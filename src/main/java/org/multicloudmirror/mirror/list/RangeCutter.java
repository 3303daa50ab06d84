package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;

/**
 * Finds keys to cut a range at, by asking the store for single keys: first how much of the last key all that follows
 * has in common, then which characters come behind that. Some 6 + 7 requests for a key of 64 characters; the cuts lie
 * between these characters, evenly, and where the keys do not lie so evenly, a heavy range is cut again.
 */
final class RangeCutter {

    /** The last printable character of ASCII: where keys keep to it, what follows need not be asked for. */
    private static final char LAST_ASCII = '~';

    private final ObjectStore store;
    private final Location where;

    RangeCutter(ObjectStore store, Location where) {
        this.store = store;
        this.where = where;
    }

    /**
     * Where to cut, in order, behind the last key and before the end; none when there is nothing worth it.
     *
     * @param last the key, without prefix, that the range has come to
     * @param until the last key that the range may have, without prefix, or null
     * @param most how many cuts at most, from 1
     */
    List<String> cuts(String last, @Nullable String until, int most) {
        if (last.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return List.of();
        }
        // all that follows has the first (end - 1) characters in common, and the next one differs in some
        int low = 0;
        int end = last.length() + 1;
        Optional<String> differing = Optional.empty();
        while (low + 1 < end) {
            int middle = (low + end) / 2;
            Optional<String> beyond = first(successor(last.substring(0, middle)), until);
            if (beyond.isPresent()) {
                end = middle;
                differing = beyond;
            } else {
                low = middle;
            }
        }
        int at = end - 1;
        return differing
                .filter(key -> key.length() > at && !Character.isSurrogate(key.charAt(at)))
                .map(key -> between(last, at, top(last.substring(0, at), key.charAt(at), until), most))
                .orElse(List.of())
                .stream()
                .filter(key -> isWithin(last, key, until))
                .toList();
    }

    /** Of a cut of two characters, the second may lead beyond either end. */
    private static boolean isWithin(String last, String key, @Nullable String until) {
        return Keys.ORDER.compare(key, last) > 0 && (until == null || Keys.ORDER.compare(key, until) < 0);
    }

    /** The last character that keys have behind a beginning. */
    private char top(String beginning, char known, @Nullable String until) {
        char from = known;
        char to = known <= LAST_ASCII ? LAST_ASCII : Character.MIN_SURROGATE - 1;
        while (from < to) {
            char middle = (char) (from + (to - from + 1) / 2);
            Optional<Character> found = first(beginning + middle, until)
                    .filter(key -> key.startsWith(beginning) && key.length() > beginning.length())
                    .map(key -> key.charAt(beginning.length()));
            if (found.isEmpty()) {
                to = (char) (middle - 1);
            } else {
                from = (char) Math.min(to, Math.max(middle, found.get()));
            }
        }
        return from;
    }

    /** Digits are followed by digits, mostly: two of them cut more evenly than one. */
    private static List<String> between(String last, int at, char top, int most) {
        char bottom = last.charAt(at);
        boolean isNumber = bottom >= '0' && top <= '9';
        int places = (top - bottom + 1) * (isNumber ? 10 : 1);
        int cuts = Math.min(most, places - 1);
        String beginning = last.substring(0, at);
        List<String> keys = new ArrayList<>(cuts);
        for (int i = 1; i <= cuts; i++) {
            int place = places * i / (cuts + 1);
            String end = isNumber
                    ? "" + (char) (bottom + place / 10) + (char) ('0' + place % 10)
                    : String.valueOf((char) (bottom + place));
            keys.add(beginning + end);
        }
        return keys;
    }

    /** A beginning that is behind all keys with this one. */
    private static String successor(String beginning) {
        int end = beginning.length() - 1;
        return beginning.substring(0, end) + (char) (beginning.charAt(end) + 1);
    }

    /** The first key behind another, without prefix, if the range may have it. */
    private Optional<String> first(String key, @Nullable String until) {
        String after = where.prefix() + key;
        ListingPage page = store.listAfter(where.bucket(), where.prefix(), after, 1);
        return page.entries().stream()
                .map(ObjectEntry::key)
                .map(found -> found.substring(where.prefix().length()))
                .filter(found -> until == null || Keys.ORDER.compare(found, until) <= 0)
                .findFirst();
    }
}
