package org.multicloudmirror.storage;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * The entries of a page as columns: the bytes of their keys, their sizes, and their MD5s. Two listings that agree are
 * compared by these; an entry is made when it is asked for.
 */
public final class EntryColumns extends AbstractList<ObjectEntry> implements RandomAccess {

    /**
     * What is compared.
     *
     * @param keys one behind the other, as {@link Keys#bytes} has them
     * @param ends where each key ends
     * @param sizes in bytes
     * @param md5s the MD5 of each, in two halves; anything where it is not settled
     * @param isSettled whether size and MD5 are those of the content, whatever the object is
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares pages by their columns
    public record Columns(byte[] keys, int[] ends, long[] sizes, long[] md5s, boolean[] isSettled) {}

    private final Columns columns;
    private final int from;
    private final int to;
    private final IntFunction<ObjectEntry> entries;

    /**
     * @param columns that are not changed any more
     * @param count of the entries
     * @param entries makes the entry of a place
     */
    public EntryColumns(Columns columns, int count, IntFunction<ObjectEntry> entries) {
        this(columns, 0, count, entries);
    }

    private EntryColumns(Columns columns, int from, int to, IntFunction<ObjectEntry> entries) {
        this.columns = columns;
        this.from = from;
        this.to = to;
        this.entries = entries;
    }

    /** The columns of entries that are there already. */
    public static EntryColumns of(List<ObjectEntry> entries) {
        return entries instanceof EntryColumns columns ? columns : new ColumnWriter(entries).columns();
    }

    /** The same entries in a list that does not change: columns stay what they are, and have no entry made. */
    public static List<ObjectEntry> unchanging(List<ObjectEntry> entries) {
        return entries instanceof EntryColumns ? entries : List.copyOf(entries);
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public ObjectEntry get(int index) {
        return entries.apply(from + Objects.checkIndex(index, size()));
    }

    @Override
    public EntryColumns subList(int first, int end) {
        Objects.checkFromToIndex(first, end, size());
        return new EntryColumns(columns, from + first, from + end, entries);
    }

    /** The bytes of a key. */
    public byte[] key(int index) {
        return Arrays.copyOfRange(columns.keys, begin(from + index), columns.ends[from + index]);
    }

    /** Whether a key begins with these bytes. */
    boolean keyStartsWith(int index, byte[] start) {
        int begin = begin(from + index);
        return columns.ends[from + index] - begin >= start.length
                && Arrays.equals(columns.keys, begin, begin + start.length, start, 0, start.length);
    }

    /** What {@link String#hashCode} has for a key. */
    public int keyHash(int index) {
        byte[] keys = columns.keys;
        int hash = 0;
        int end = columns.ends[from + index];
        for (int i = begin(from + index); i < end; i++) {
            if (keys[i] < 0) {
                return get(index).key().hashCode();
            }
            hash = 31 * hash + keys[i];
        }
        return hash;
    }

    /**
     * The first entry whose key does not come behind the one before it, in unsigned byte order; {@link #size} when there
     * is none.
     *
     * @param before the key that the first one comes behind; empty for none
     */
    public int firstInDisorder(byte[] before) {
        byte[] keys = columns.keys;
        int[] ends = columns.ends;
        if (size() > 0
                && before.length > 0
                && Arrays.compareUnsigned(before, 0, before.length, keys, begin(from), ends[from]) >= 0) {
            return 0;
        }
        for (int i = from + 1; i < to; i++) {
            if (Arrays.compareUnsigned(keys, begin(i - 1), ends[i - 1], keys, ends[i - 1], ends[i]) >= 0) {
                return i - from;
            }
        }
        return size();
    }

    /**
     * Compares the key of an entry with that of another one, in unsigned byte order.
     *
     * @param prefix how many bytes of the key come before what is compared
     * @param otherPrefix the same of the other
     */
    public int compareKeys(int index, int prefix, EntryColumns other, int otherIndex, int otherPrefix) {
        int place = from + index;
        int otherPlace = other.from + otherIndex;
        return Arrays.compareUnsigned(
                columns.keys,
                begin(place, prefix),
                columns.ends[place],
                other.columns.keys,
                other.begin(otherPlace, otherPrefix),
                other.columns.ends[otherPlace]);
    }

    /**
     * How many entries in a row have the same key, settled size and MD5 as those of another page.
     *
     * @param index of the first
     * @param prefix how many bytes of each key come before what is compared; a key that has no more is equal to none
     * @param otherIndex of the first of the other
     * @param otherPrefix the same of the other
     */
    public int equalRun(int index, int prefix, EntryColumns other, int otherIndex, int otherPrefix) {
        int most = Math.min(size() - index, other.size() - otherIndex);
        int run = 0;
        while (run < most && isEqual(from + index + run, prefix, other, other.from + otherIndex + run, otherPrefix)) {
            run++;
        }
        return run;
    }

    private boolean isEqual(int place, int prefix, EntryColumns other, int otherPlace, int otherPrefix) {
        Columns here = columns;
        Columns there = other.columns;
        int begin = begin(place, prefix);
        return here.isSettled[place]
                && there.isSettled[otherPlace]
                && here.sizes[place] == there.sizes[otherPlace]
                && here.md5s[2 * place] == there.md5s[2 * otherPlace]
                && here.md5s[2 * place + 1] == there.md5s[2 * otherPlace + 1]
                && begin < here.ends[place]
                && Arrays.equals(
                        here.keys,
                        begin,
                        here.ends[place],
                        there.keys,
                        other.begin(otherPlace, otherPrefix),
                        there.ends[otherPlace]);
    }

    private int begin(int place) {
        return place == 0 ? 0 : columns.ends[place - 1];
    }

    private int begin(int place, int prefix) {
        return Math.min(begin(place) + prefix, columns.ends[place]);
    }
}
