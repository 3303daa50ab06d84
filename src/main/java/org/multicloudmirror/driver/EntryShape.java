package org.multicloudmirror.driver;

import java.util.Arrays;

/**
 * How a service writes an entry: its fields in their order, and the bytes between them. Nearly all entries of a page are
 * written alike, so that what was recognised once is told by comparing.
 */
final class EntryShape {

    private final byte[] bytes;

    /** One behind the other, while an entry is read field by field. */
    private final EntryField[] fields = new EntryField[EntryField.values().length];

    private final int[] froms = new int[fields.length];
    private final int[] tos = new int[fields.length];
    private int from;
    private int count;

    private EntryField[] known = {};
    private byte[][] before = {};
    private byte[] behind = {};

    /**
     * @param bytes of the page
     */
    EntryShape(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An entry begins. */
    void begin(int place) {
        from = place;
        count = 0;
    }

    /** It has a field. */
    void field(EntryField field, int begin, int end) {
        if (count < fields.length) {
            fields[count] = field;
            froms[count] = begin;
            tos[count] = end;
        }
        count++;
    }

    /** It was recognised: this is how entries are written. */
    void end(int place) {
        if (count > fields.length) {
            return;
        }
        known = Arrays.copyOf(fields, count);
        before = new byte[count][];
        int last = from;
        for (int i = 0; i < count; i++) {
            before[i] = Arrays.copyOfRange(bytes, last, froms[i]);
            last = tos[i];
        }
        behind = Arrays.copyOfRange(bytes, last, place);
    }

    /** How many fields an entry has; 0 while that is not known. */
    int fields() {
        return known.length;
    }

    /** The field at a place. */
    EntryField field(int index) {
        return known[index];
    }

    /** What comes before it. */
    byte[] before(int index) {
        return before[index];
    }

    /** What comes behind the last one. */
    byte[] behind() {
        return behind;
    }
}
