package org.multicloudmirror.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * Where a listing goes on; what a {@link FakeStore} gives out as the next page's token. An empty page leads to another
 * token than the one that led to it, as real stores have it.
 *
 * @param page its number, from 0
 * @param listed how many entries came before it
 * @param key the last of them, empty when there is none
 */
record Place(int page, int listed, String key) {

    static Place of(@Nullable String token) {
        if (token == null) {
            return new Place(0, 0, "");
        }
        String[] fields = token.split(" ", 3);
        return new Place(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2]);
    }

    Place after(List<ObjectEntry> entries) {
        return new Place(
                page + 1,
                listed + entries.size(),
                entries.isEmpty() ? key : entries.get(entries.size() - 1).key());
    }

    String token() {
        return page + " " + listed + " " + key;
    }
}
