package org.multicloudmirror.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param entries in the order of the store, which is UTF-8 byte order unless the store breaks its own rule
 * @param next what to ask the next page with, or null when the store says that this page is the last
 */
public record ListingPage(
        List<ObjectEntry> entries, @Nullable String next) {

    public ListingPage {
        entries = EntryColumns.unchanging(entries);
    }
}
