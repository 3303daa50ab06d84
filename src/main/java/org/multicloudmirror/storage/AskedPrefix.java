package org.multicloudmirror.storage;

import java.util.List;

/**
 * The prefix that a listing was asked for. A service, or what stands before it, that does not heed it lists other
 * objects, which would be taken for those of the scenario: they would be copied to wrong names, and deleted.
 *
 * @param prefix empty for the whole bucket
 * @param where bucket and prefix as a user writes them, for messages
 */
public record AskedPrefix(String prefix, String where) {

    /**
     * Looks at each key.
     *
     * @throws RejectedException when one does not begin with the prefix
     */
    public void checkAll(List<ObjectEntry> entries) {
        if (!prefix.isEmpty()) {
            entries.forEach(entry -> check(entry.key()));
        }
    }

    /**
     * Looks at the first key and the last. Those that begin with one prefix stand together in UTF-8 byte order, so that
     * this is enough where somebody else sees to the order.
     *
     * @throws RejectedException when either does not begin with the prefix
     */
    void checkEnds(List<ObjectEntry> entries) {
        if (!prefix.isEmpty() && !entries.isEmpty()) {
            check(entries.get(0).key());
            check(entries.get(entries.size() - 1).key());
        }
    }

    private void check(String key) {
        if (!key.startsWith(prefix)) {
            throw new RejectedException("listing " + Keys.printable(where) + ": the listing names \""
                    + Keys.printable(key) + "\", which does not begin with the prefix \"" + Keys.printable(prefix)
                    + "\" that was asked for; look for a cache or a proxy that drops the query of requests, or for a"
                    + " service that knows no prefixes");
        }
    }
}
