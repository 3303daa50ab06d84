package org.multicloudmirror.spelling;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** The known word that is closest to one that is not known. */
public final class Closest {

    private static final int MOST = 3;

    private Closest() {}

    /** The word that was probably meant; empty when none is close. */
    public static Optional<String> to(String word, Collection<String> known) {
        String found = null;
        int least = Math.max(1, Math.min(MOST, word.length() / 3)) + 1;
        for (String each : new TreeSet<>(known)) {
            int distance = Math.abs(each.length() - word.length()) < least ? distance(word, each) : least;
            if (distance < least) {
                least = distance;
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A question to put behind a word: {@code  (did you mean "process"?)}; empty when no word is close. */
    public static String question(String word, Collection<String> known) {
        return to(word, known)
                .map(meant -> " (did you mean \"" + meant + "\"?)")
                .orElse("");
    }

    /** How many letters must be added, left out, changed or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int least(String a, String b, int i, int j, int[][] cost) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (isSame ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
