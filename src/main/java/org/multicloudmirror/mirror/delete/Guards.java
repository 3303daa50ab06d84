package org.multicloudmirror.mirror.delete;

import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.mirror.options.Deletion;

/**
 * What speaks against deleting anything at all. Pure.
 *
 * @param deletable how many objects would be deleted
 * @param held how many objects the destination lists
 * @param listed how many objects the source lists
 * @param equal how many of them the destination held already
 */
record Guards(long deletable, long held, long listed, long equal) {

    /** Why nothing is deleted, a line for each guard that trips, with the way around it; empty when none does. */
    List<String> tripped(Deletion deletion) {
        List<String> why = new ArrayList<>();
        if (deletable == 0) {
            return why;
        }
        if (listed == 0 && !deletion.allowsEmptySource()) {
            why.add("the source lists no object, and " + deletable + " would be deleted; if it is to be empty, add"
                    + " --allow-empty-source");
        }
        long most = deletion.limit().most(held);
        if (deletable > most) {
            why.add(deletable + " of " + objects(held) + " would be deleted, " + (deletable - most)
                    + " more than --max-delete=" + deletion.limit() + " allows; mirror check lists them");
        }
        if (equal < deletion.minEqual()) {
            why.add(objects(equal) + verb(equal) + "equal, " + (deletion.minEqual() - equal)
                    + " fewer than --min-sync="
                    + deletion.minEqual() + " asks for before " + deletable + verb(deletable)
                    + "deleted; are these the right places?");
        }
        return why;
    }

    private static String objects(long number) {
        return number + (number == 1 ? " object" : " objects");
    }

    private static String verb(long number) {
        return number == 1 ? " is " : " are ";
    }
}
