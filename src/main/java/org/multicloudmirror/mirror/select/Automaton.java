package org.multicloudmirror.mirror.select;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Follows all ways of a pattern through a text at once, so that each character is read one time only, whatever the
 * pattern is (K. Thompson, "Regular expression search algorithm", 1968). Ways are sets of edges, a bit each; an edge is
 * taken by one Unicode character. For many threads.
 */
final class Automaton {

    private static final int ASCII = 128;

    private final IntPredicate[] takes;
    /** Words that a set of edges has. */
    private final int words;
    /** The edges that may be taken first; and behind each edge, those that may be taken next. */
    private final long[] first;

    private final long[][] next;
    /** The edges that a character of ASCII may take. */
    private final long[][] ascii;

    private final boolean[] isLast;
    private final boolean acceptsEmpty;

    /**
     * @param takes the characters that each edge is taken by
     * @param first the indexes of the edges that may be taken first
     * @param next those that may be taken next, for each edge
     * @param last those that a text may end with
     * @param acceptsEmpty whether it may be empty
     */
    Automaton(List<IntPredicate> takes, IntStream first, List<IntStream> next, IntStream last, boolean acceptsEmpty) {
        this.takes = takes.toArray(IntPredicate[]::new);
        this.words = (takes.size() + Long.SIZE - 1) / Long.SIZE;
        this.first = set(first);
        this.next = next.stream().map(this::set).toArray(long[][]::new);
        this.ascii = IntStream.range(0, ASCII)
                .mapToObj(c -> set(IntStream.range(0, this.takes.length).filter(edge -> this.takes[edge].test(c))))
                .toArray(long[][]::new);
        this.isLast = new boolean[takes.size()];
        last.forEach(edge -> isLast[edge] = true);
        this.acceptsEmpty = acceptsEmpty;
    }

    private long[] set(IntStream edges) {
        long[] set = new long[words];
        edges.forEach(edge -> set[edge / Long.SIZE] |= 1L << edge);
        return set;
    }

    /** Whether a whole text is what the pattern describes. */
    boolean accepts(String text) {
        long[] open = first.clone();
        long[] behind = new long[words];
        boolean isAccepted = acceptsEmpty;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            isAccepted = step(c, open, behind);
            long[] spent = open;
            open = behind;
            behind = spent;
            if (isEmpty(open)) {
                return isAccepted && at == text.length();
            }
        }
        return isAccepted;
    }

    /** From the edges that are open to those that are open behind a character; whether the text may end there. */
    private boolean step(int c, long[] open, long[] behind) {
        boolean mayEnd = false;
        Arrays.fill(behind, 0);
        for (int word = 0; word < words; word++) {
            long left = c < ASCII ? open[word] & ascii[c][word] : open[word];
            while (left != 0) {
                int edge = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                if (c < ASCII || takes[edge].test(c)) {
                    mayEnd |= isLast[edge];
                    for (int i = 0; i < words; i++) {
                        behind[i] |= next[edge][i];
                    }
                }
            }
        }
        return mayEnd;
    }

    private static boolean isEmpty(long[] set) {
        for (long word : set) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }
}
