package org.multicloudmirror.driver.s3;

import java.util.List;
import org.multicloudmirror.storage.EntryColumns;
import org.multicloudmirror.storage.ObjectEntry;

/**
 * One page of a listing as the service writes it.
 *
 * @param entries in the service's order
 * @param isTruncated whether there is more
 * @param token of the next page ({@code NextContinuationToken}); empty when the page has none
 * @param marker of the next page ({@code NextMarker} of the first version of the request), decoded; empty when there is
 *     none
 * @param isFirstVersion whether it answers the first version of the request, whatever was asked
 * @param isEncoded whether keys are percent-encoded in it
 */
record S3Page(
        List<ObjectEntry> entries,
        boolean isTruncated,
        String token,
        String marker,
        boolean isFirstVersion,
        boolean isEncoded) {

    S3Page {
        entries = EntryColumns.unchanging(entries);
    }

    /** The first key, or another text when there is none. */
    String firstKey(String otherwise) {
        return entries.isEmpty() ? otherwise : entries.get(0).key();
    }

    /** The last key, or another text when there is none. */
    String lastKey(String otherwise) {
        return entries.isEmpty() ? otherwise : entries.get(entries.size() - 1).key();
    }
}
