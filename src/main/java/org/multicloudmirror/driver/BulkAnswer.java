package org.multicloudmirror.driver;

import java.util.Map;
import java.util.Set;
import org.multicloudmirror.storage.StoreException;

/**
 * What an answer to a bulk deletion proves. Of a key that is in neither it proves nothing.
 *
 * @param deleted the keys that it names as deleted, of those that were asked for
 * @param failures why others were not
 * @param isUnderstood whether it speaks of the keys that were asked for, be it without naming them, or began to
 */
public record BulkAnswer(Set<String> deleted, Map<String, StoreException> failures, boolean isUnderstood) {

    /** The service does not know such a request, or its answer cannot be understood. */
    public static final BulkAnswer NOTHING = new BulkAnswer(Set.of(), Map.of(), false);

    boolean isAbout(String key) {
        return failures.containsKey(key) || deleted.contains(key);
    }
}
