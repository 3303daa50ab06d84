package org.multicloudmirror.mirror.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.multicloudmirror.storage.ObjectEntry;

/** Orders that a listing should not have. */
final class ListedOrders {

    private ListedOrders() {}

    static List<ObjectEntry> shuffled(List<ObjectEntry> entries) {
        List<ObjectEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }

    static List<ObjectEntry> reversed(List<ObjectEntry> entries) {
        List<ObjectEntry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    /** That of Java's strings. */
    static List<ObjectEntry> byUtf16(List<ObjectEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(ObjectEntry::key)).toList();
    }

    /** The first ten come last: whole pages before them are in order. */
    static List<ObjectEntry> disorderedAtTheEnd(List<ObjectEntry> entries) {
        List<ObjectEntry> disordered = new ArrayList<>(entries.subList(10, entries.size()));
        disordered.addAll(entries.subList(0, 10));
        return disordered;
    }

    static List<ObjectEntry> twice(List<ObjectEntry> entries) {
        List<ObjectEntry> twice = new ArrayList<>();
        entries.forEach(entry -> Collections.addAll(twice, entry, entry));
        return twice;
    }
}
