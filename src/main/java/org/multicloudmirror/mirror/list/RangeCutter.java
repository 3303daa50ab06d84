package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectStore;

/**
 * Finds keys to cut a range at, by asking the store for single keys: first how much of the last key all that follows
 * has in common, then which characters come behind that. Some 6 + 7 requests for a key of 64 characters, and one for
 * each cut; the cuts lie between these characters, evenly, and where the keys do not lie so evenly, a heavy range is cut
 * again. A character is a Unicode scalar value, so that a cut can be sent as the keys can.
 */
final class RangeCutter {

    private final ObjectStore store;
    private final Location where;

    RangeCutter(ObjectStore store, Location where) {
        this.store = store;
        this.where = where;
    }

    /**
     * Where to cut, in order, behind the last key and before the end; none when there is nothing worth it. Behind each
     * cut and before the next the store has keys.
     *
     * @param last the key, without prefix, that the range has come to
     * @param until the last key that the range may have, without prefix, or null
     * @param most how many cuts at most, from 1
     * @throws UnsortedListingException when the store does not go on where it is asked to
     */
    List<String> cuts(String last, @Nullable String until, int most) {
        int[] key = last.codePoints().toArray();
        if (!Arrays.stream(key).allMatch(Scalars::isScalar)) {
            return List.of();
        }
        // all that follows has the first (end - 1) characters in common, and the next one differs in some
        int low = 0;
        int end = key.length + 1;
        Optional<String> differing = Optional.empty();
        while (low + 1 < end) {
            int middle = (low + end) / 2;
            Optional<String> beyond = successor(key, middle).flatMap(behind -> first(behind, until));
            if (beyond.isPresent()) {
                end = middle;
                differing = beyond;
            } else {
                low = middle;
            }
        }
        int at = end - 1;
        String beginning = text(key, at);
        return differing
                .flatMap(found -> Scalars.following(found, beginning))
                .map(known -> between(beginning, key[at], top(beginning, known, until), most))
                .map(candidates -> confirmed(candidates, last, until))
                .orElse(List.of());
    }

    /** The last character that keys have behind a beginning. */
    private int top(String beginning, int known, @Nullable String until) {
        int from = Scalars.index(known);
        int to = Scalars.index(known <= Scalars.LAST_ASCII ? Scalars.LAST_ASCII : Character.MAX_CODE_POINT);
        while (from < to) {
            int middle = from + (to - from + 1) / 2;
            Optional<Integer> found = first(beginning + Scalars.sendable(middle), until)
                    .flatMap(key -> Scalars.following(key, beginning))
                    .map(Scalars::index);
            if (found.isEmpty()) {
                to = middle - 1;
            } else {
                from = Math.min(to, Math.max(middle, found.get()));
            }
        }
        return Scalars.at(from);
    }

    /** Digits are followed by digits, mostly: two of them cut more evenly than one. */
    private static List<String> between(String beginning, int bottom, int top, int most) {
        boolean isNumber = bottom >= '0' && top <= '9';
        int first = Scalars.index(bottom);
        int places = (Scalars.index(top) - first + 1) * (isNumber ? 10 : 1);
        int cuts = Math.min(most, places - 1);
        List<String> keys = new ArrayList<>();
        for (int i = 1; i <= cuts; i++) {
            int place = (int) ((long) places * i / (cuts + 1));
            String end = isNumber
                    ? Scalars.sendable(first + place / 10) + (char) ('0' + place % 10)
                    : Scalars.sendable(first + place);
            keys.add(beginning + end);
        }
        return keys;
    }

    /** Those behind which the store has a key that is not behind the next one as well. */
    private List<String> confirmed(List<String> candidates, String last, @Nullable String until) {
        List<String> confirmed = new ArrayList<>();
        String behind = last;
        for (String cut : candidates) {
            // of a cut of two characters, the second may lead beyond either end
            boolean isWithin = Keys.ORDER.compare(cut, behind) >= 0 && Keys.ORDER.compare(cut, last) > 0;
            Optional<String> found = isWithin ? first(cut, until) : Optional.empty();
            if (found.isPresent()) {
                confirmed.add(cut);
                behind = found.get();
            }
        }
        return confirmed;
    }

    /** A key that is behind all keys with the same first characters; empty when there is none. */
    private static Optional<String> successor(int[] key, int length) {
        int end = length;
        while (end > 0 && key[end - 1] == Character.MAX_CODE_POINT) {
            end--;
        }
        return end == 0
                ? Optional.empty()
                : Optional.of(text(key, end - 1) + Scalars.sendable(Scalars.index(key[end - 1]) + 1));
    }

    private static String text(int[] characters, int length) {
        return new String(characters, 0, length);
    }

    /** The first key behind another, without prefix, if the range may have it. */
    private Optional<String> first(String key, @Nullable String until) {
        String after = where.prefix() + key;
        Optional<String> first = RangeSide.firstBehind(store, where, after).stream()
                .map(ObjectEntry::key)
                .findFirst();
        if (first.isPresent() && Keys.ORDER.compare(first.get(), after) <= 0) {
            throw new UnsortedListingException("the listing of " + where + " behind \"" + Keys.printable(after)
                    + "\" begins with \"" + Keys.printable(first.get()) + "\"");
        }
        return first.map(found -> found.substring(where.prefix().length()))
                .filter(found -> until == null || Keys.ORDER.compare(found, until) <= 0);
    }
}
