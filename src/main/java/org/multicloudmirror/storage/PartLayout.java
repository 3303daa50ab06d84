package org.multicloudmirror.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts that an object was put together from.
 *
 * @param parts in their order; their sizes make the size of the whole
 * @param basis how far it is to be believed
 * @param tag how the object's tag follows from the MD5s of the parts, where it does
 */
public record PartLayout(List<Part> parts, Basis basis, AssembledTag tag) {

    /** The most that are written, so that a broken text does not fill the memory. */
    private static final int MOST_PARTS = 10_000;

    /** A size, and how often it follows. */
    private static final Pattern TERM = Pattern.compile("(0|[1-9]\\d{0,14})(?:\\*(\\d{1,5}))?");

    /**
     * One part.
     *
     * @param size in bytes; 0 for the empty part that some uploads end with
     * @param md5 of its bytes, or {@link ETag#NONE} where the store does not tell
     */
    public record Part(long size, ETag md5) {}

    /** How far a layout is to be believed. */
    public enum Basis {
        /** The store told it, and the object's tag follows from it. */
        TOLD,
        /** The store told it; the object's tag follows from something else, as with encryption or ranged segments. */
        TOLD_WITHOUT_PROOF,
        /** Derived from the size and the number of parts: it is right if the object's tag follows from it. */
        GUESSED
    }

    public PartLayout {
        parts = List.copyOf(parts);
    }

    /** Parts of which the sizes are known only. */
    public static PartLayout ofSizes(List<Long> sizes, Basis basis, AssembledTag tag) {
        return new PartLayout(
                sizes.stream().map(size -> new Part(size, ETag.NONE)).toList(), basis, tag);
    }

    /** The sizes of the parts, in bytes. */
    public List<Long> sizes() {
        return parts.stream().map(Part::size).toList();
    }

    /** The size of the whole, in bytes. */
    public long size() {
        return parts.stream().mapToLong(Part::size).sum();
    }

    /** Sizes in one short line: {@code 8388608*12+1234} is twelve parts of 8 MiB and one of 1,234 bytes. */
    public static String text(List<Long> sizes) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < sizes.size(); ) {
            int to = from;
            while (to < sizes.size() && sizes.get(to).equals(sizes.get(from))) {
                to++;
            }
            text.append(text.isEmpty() ? "" : "+").append(sizes.get(from));
            if (to - from > 1) {
                text.append('*').append(to - from);
            }
            from = to;
        }
        return text.toString();
    }

    /** The sizes of such a line; none when it is no such line. */
    public static List<Long> sizes(String text) {
        List<Long> sizes = new ArrayList<>();
        // one by one: a pattern for all of them fills the stack with a long line
        for (String term : text.split("\\+", -1)) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches()) {
                return List.of();
            }
            int times = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            if (sizes.size() + times > MOST_PARTS) {
                return List.of();
            }
            sizes.addAll(Collections.nCopies(times, Long.valueOf(matcher.group(1))));
        }
        return sizes;
    }
}
