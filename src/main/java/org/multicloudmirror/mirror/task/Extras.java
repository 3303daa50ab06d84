package org.multicloudmirror.mirror.task;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.multicloudmirror.storage.ObjectEntry;

/** The destination's objects that the source has not, as the listings of a range found them. */
public interface Extras extends AutoCloseable {

    /** What is not gathered. */
    Extras NONE = new Extras() {
        @Override
        public long held() {
            return 0;
        }

        @Override
        public long deletable() {
            return 0;
        }

        @Override
        public Iterator<List<ObjectEntry>> pages() {
            return Collections.emptyIterator();
        }

        @Override
        public void close() {
            // nothing is held
        }
    };

    /** How many objects the destination's listing named. */
    long held();

    /** How many of the extras were there before the run began. */
    long deletable();

    /** The extras in key order, those that came since the run began included; for one pass. */
    Iterator<List<ObjectEntry>> pages();

    /** Removes what was kept on disk. */
    @Override
    void close();
}
