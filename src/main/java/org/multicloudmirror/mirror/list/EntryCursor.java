package org.multicloudmirror.mirror.list;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;

/** A place in a listing, moved forward only. */
final class EntryCursor {

    private final Iterator<List<ObjectEntry>> pages;
    private final int prefixLength;
    private final Consumer<ObjectEntry> passed;
    private Iterator<ObjectEntry> entries = List.<ObjectEntry>of().iterator();
    private @Nullable ObjectEntry current;

    /**
     * @param prefixLength how many characters of each key come before what is compared
     * @param passed gets what no one asked for
     */
    EntryCursor(Iterator<List<ObjectEntry>> pages, int prefixLength, Consumer<ObjectEntry> passed) {
        this.pages = pages;
        this.prefixLength = prefixLength;
        this.passed = passed;
    }

    /** Moves behind a key; returns the entry that has it. Keys are asked for in their order, each once. */
    @Nullable
    ObjectEntry at(String relativeKey) {
        ObjectEntry entry = current();
        while (entry != null) {
            int order = Keys.ORDER.compare(entry.key().substring(prefixLength), relativeKey);
            if (order > 0) {
                return null;
            }
            current = null;
            if (order == 0) {
                return entry;
            }
            passed.accept(entry);
            entry = current();
        }
        return null;
    }

    /** Moves to the end. */
    void end() {
        for (ObjectEntry entry = current(); entry != null; entry = current()) {
            current = null;
            passed.accept(entry);
        }
    }

    private @Nullable ObjectEntry current() {
        if (current == null) {
            while (!entries.hasNext() && pages.hasNext()) {
                entries = pages.next().iterator();
            }
            current = entries.hasNext() ? entries.next() : null;
        }
        return current;
    }
}
