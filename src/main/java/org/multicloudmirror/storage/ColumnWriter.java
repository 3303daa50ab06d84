package org.multicloudmirror.storage;

import java.util.Arrays;
import java.util.List;

/** Writes the columns of entries that are there already. */
final class ColumnWriter {

    /** Of a key, about, in bytes. */
    private static final int USUAL = 32;

    private static final int MD5_DIGITS = 32;

    private final List<ObjectEntry> entries;
    private byte[] keys;
    private int end;

    ColumnWriter(List<ObjectEntry> entries) {
        this.entries = List.copyOf(entries);
        this.keys = new byte[USUAL * entries.size()];
    }

    EntryColumns columns() {
        int count = entries.size();
        int[] ends = new int[count];
        long[] sizes = new long[count];
        long[] md5s = new long[2 * count];
        boolean[] isSettled = new boolean[count];
        for (int i = 0; i < count; i++) {
            ObjectEntry entry = entries.get(i);
            String tag = entry.etag().value();
            write(Keys.bytes(entry.key()));
            ends[i] = end;
            sizes[i] = entry.size();
            isSettled[i] = entry.etag().isMd5() && tag.length() == MD5_DIGITS && !entry.maybeManifest();
            if (isSettled[i]) {
                md5s[2 * i] = Long.parseUnsignedLong(tag, 0, MD5_DIGITS / 2, 16);
                md5s[2 * i + 1] = Long.parseUnsignedLong(tag, MD5_DIGITS / 2, MD5_DIGITS, 16);
            }
        }
        return new EntryColumns(new EntryColumns.Columns(keys, ends, sizes, md5s, isSettled), count, entries::get);
    }

    private void write(byte[] key) {
        if (end + key.length > keys.length) {
            keys = Arrays.copyOf(keys, 2 * (end + key.length));
        }
        System.arraycopy(key, 0, keys, end, key.length);
        end += key.length;
    }
}
