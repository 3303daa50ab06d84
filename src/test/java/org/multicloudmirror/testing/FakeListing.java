package org.multicloudmirror.testing;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;

/** How a {@link FakeStore} lists: pages of a thousand in UTF-8 byte order, unless it is told otherwise. */
final class FakeListing {

    private volatile List<Integer> pageSizes = List.of(1000);
    private volatile boolean endsWithEmptyPage;
    private volatile UnaryOperator<List<ObjectEntry>> order = UnaryOperator.identity();
    private volatile boolean isSorted = true;
    private volatile boolean beginsAtTheBeginning;

    void pageSizes(List<Integer> sizes) {
        this.pageSizes = sizes;
    }

    void endsWithEmptyPage() {
        this.endsWithEmptyPage = true;
    }

    void order(UnaryOperator<List<ObjectEntry>> listing) {
        this.order = listing;
        this.isSorted = false;
    }

    void beginAtTheBeginning() {
        this.beginsAtTheBeginning = true;
    }

    ListingPage page(NavigableMap<String, FakeObject> objects, String prefix, @Nullable String from) {
        Place place = Place.of(from);
        int size = pageSizes.get(Math.min(place.page(), pageSizes.size() - 1));
        List<ObjectEntry> found = (isSorted ? sorted(objects, prefix, place) : ordered(objects, prefix, place))
                .limit(size + 1L)
                .toList();
        List<ObjectEntry> entries = found.subList(0, Math.min(size, found.size()));
        boolean leadsOn = found.size() > size || (endsWithEmptyPage && !entries.isEmpty());
        return new ListingPage(entries, leadsOn ? place.after(entries).token() : null);
    }

    ListingPage pageAfter(NavigableMap<String, FakeObject> objects, String prefix, String after, int most) {
        Place behind = behind(objects, prefix, after);
        ListingPage page = page(objects, prefix, behind.token());
        int size = Math.min(most, page.entries().size());
        List<ObjectEntry> entries = page.entries().subList(0, size);
        boolean leadsOn = size < page.entries().size() || page.next() != null;
        return new ListingPage(entries, leadsOn ? behind.after(entries).token() : null);
    }

    private Place behind(NavigableMap<String, FakeObject> objects, String prefix, String key) {
        if (beginsAtTheBeginning) {
            return Place.of(null);
        }
        long before = isSorted
                ? 0
                : order.apply(all(objects, prefix)).stream()
                        .takeWhile(entry -> Keys.ORDER.compare(entry.key(), key) <= 0)
                        .count();
        return new Place(0, (int) before, key);
    }

    /** What follows the last key that was listed: true even while objects come and go. */
    private static Stream<ObjectEntry> sorted(NavigableMap<String, FakeObject> objects, String prefix, Place place) {
        boolean isFirst = place.key().isEmpty();
        return entries(objects.tailMap(isFirst ? prefix : place.key(), isFirst))
                .takeWhile(entry -> entry.key().startsWith(prefix));
    }

    private Stream<ObjectEntry> ordered(NavigableMap<String, FakeObject> objects, String prefix, Place place) {
        return order.apply(all(objects, prefix)).stream().skip(place.listed());
    }

    private static List<ObjectEntry> all(NavigableMap<String, FakeObject> objects, String prefix) {
        return entries(objects).filter(entry -> entry.key().startsWith(prefix)).toList();
    }

    private static Stream<ObjectEntry> entries(NavigableMap<String, FakeObject> objects) {
        return objects.entrySet().stream().map(object -> object.getValue().entry(object.getKey()));
    }
}
