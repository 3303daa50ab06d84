package org.multicloudmirror.supply;

import java.util.List;

/**
 * An advisory that concerns what is in the jar and is not reached.
 *
 * @param library group:artifact
 */
record Acceptance(String library, String id, String why) {

    static Acceptance of(String line) {
        List<String> columns = Table.columns(line, 3);
        return new Acceptance(columns.get(0), columns.get(1), columns.get(2));
    }

    boolean covers(Finding finding) {
        return finding.library().name().equals(library)
                && finding.advisory().id().equals(id);
    }
}
