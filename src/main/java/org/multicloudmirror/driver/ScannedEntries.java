package org.multicloudmirror.driver;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** The columns of a page as a scanner fills them, entry by entry: what is not set is not told. */
public final class ScannedEntries {

    private static final int FIRST = 1000;

    private byte[] keys = new byte[2 * AnswerLimits.KEY];
    private int[] ends = new int[FIRST];
    private long[] sizes = new long[FIRST];
    private long[] md5s = new long[2 * FIRST];
    private boolean[] isMd5 = new boolean[FIRST];
    private boolean[] isSettled = new boolean[FIRST];
    private boolean[] maybeManifest = new boolean[FIRST];
    private long[] times = new long[FIRST];

    /** Those that are no MD5. */
    private final Map<Integer, ETag> tags = new HashMap<>();

    private int count;
    private int end;

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Where keys are written: the next from {@link #keyEnd} on, with room for the longest. */
    public byte[] keys() {
        if (keys.length - end < AnswerLimits.KEY) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        return keys;
    }

    /** Where the last key ended. */
    public int keyEnd() {
        return end;
    }

    /** Begins an entry; {@link #end} ends it. */
    public void begin() {
        if (count == ends.length) {
            resize(2 * count);
        }
        sizes[count] = 0;
        isMd5[count] = false;
        times[count] = 0;
    }

    private void resize(int capacity) {
        ends = Arrays.copyOf(ends, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        md5s = Arrays.copyOf(md5s, 2 * capacity);
        isMd5 = Arrays.copyOf(isMd5, capacity);
        isSettled = Arrays.copyOf(isSettled, capacity);
        maybeManifest = Arrays.copyOf(maybeManifest, capacity);
        times = Arrays.copyOf(times, capacity);
    }

    /** In bytes. */
    public void size(long size) {
        sizes[count] = size;
    }

    /** The tag is an MD5, in two halves. */
    public void md5(long high, long low) {
        md5s[2 * count] = high;
        md5s[2 * count + 1] = low;
        isMd5[count] = true;
    }

    /** The tag is none. */
    public void tag(ETag tag) {
        isMd5[count] = false;
        tags.put(count, tag);
    }

    /** In nanoseconds since 1970. */
    public void time(long nanos) {
        times[count] = nanos;
    }

    /**
     * Ends an entry.
     *
     * @param keyEnd where its key ends
     * @param isOpen as {@link ObjectEntry#maybeManifest}
     */
    public void end(int keyEnd, boolean isOpen) {
        end = keyEnd;
        ends[count] = keyEnd;
        maybeManifest[count] = isOpen;
        isSettled[count] = isMd5[count] && !isOpen;
        count++;
    }

    /** Where the key of an entry begins. */
    public int keyFrom(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Where the key of an entry ends. */
    public int keyTo(int index) {
        return ends[index];
    }

    /** The keys were decoded where they stand: this one ends here now, and the next one begins. */
    public void keyTo(int index, int place) {
        ends[index] = place;
    }

    /** The columns; nothing is added any more. */
    public EntryColumns columns() {
        resize(count);
        keys = Arrays.copyOf(keys, count == 0 ? 0 : ends[count - 1]);
        return new EntryColumns(new EntryColumns.Columns(keys, ends, sizes, md5s, isSettled), count, this::entry);
    }

    private ObjectEntry entry(int index) {
        return new ObjectEntry(
                Keys.of(keys, keyFrom(index), keyTo(index)),
                sizes[index],
                isMd5[index] ? md5(index) : tags.getOrDefault(index, ETag.NONE),
                Instant.ofEpochSecond(0, times[index]),
                maybeManifest[index]);
    }

    private ETag md5(int index) {
        HexFormat hex = HexFormat.of();
        return new ETag(hex.toHexDigits(md5s[2 * index]) + hex.toHexDigits(md5s[2 * index + 1]), true);
    }
}
