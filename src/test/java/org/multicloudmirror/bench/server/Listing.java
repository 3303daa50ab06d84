package org.multicloudmirror.bench.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A page of a listing.
 *
 * @param isTruncated whether there is more
 */
record Listing(List<Listed> lines, boolean isTruncated) {

    /**
     * What a listing asks for.
     *
     * @param after only keys behind this one; empty for all
     * @param end only keys before this one; empty for all
     * @param delimiter what follows it, behind the prefix, is left out; empty for none
     */
    record Query(String prefix, String after, String end, String delimiter, int limit) {

        private boolean holds(String key) {
            return key.startsWith(prefix) && (end.isEmpty() || key.compareTo(end) < 0);
        }

        /** Where the keys begin that this asks for. */
        private String start() {
            if (after.compareTo(prefix) < 0) {
                return prefix;
            }
            boolean isFolder = !delimiter.isEmpty() && after.endsWith(delimiter);
            return isFolder ? behindAll(after) : after + '\0';
        }

        /** The prefix that stands for a key, or the key itself. */
        private String shown(String key) {
            int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            return at < 0 ? key : key.substring(0, at + delimiter.length());
        }
    }

    static Listing of(Bucket bucket, Query query) {
        List<Listed> lines = new ArrayList<>();
        Iterator<Listed> walk = bucket.from(query.start());
        while (walk.hasNext()) {
            Listed listed = walk.next();
            if (!query.holds(listed.key())) {
                return new Listing(lines, false);
            }
            if (lines.size() == query.limit()) {
                return new Listing(lines, true);
            }
            String shown = query.shown(listed.key());
            if (shown.equals(listed.key())) {
                lines.add(listed);
            } else {
                lines.add(new Listed(shown, null));
                walk = bucket.from(behindAll(shown));
            }
        }
        return new Listing(lines, false);
    }

    /** The first text that is behind all that begin with a prefix. */
    private static String behindAll(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }
}
