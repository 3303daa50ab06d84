package org.multicloudmirror.testing;

import java.util.Iterator;
import java.util.List;
import org.multicloudmirror.mirror.task.Extras;
import org.multicloudmirror.storage.ObjectEntry;

/** Extras without any object, that do something when they are closed. */
public final class FakeExtras implements Extras {

    private final Runnable closing;
    private boolean closed;

    /**
     * @param closing what is done then
     */
    public FakeExtras(Runnable closing) {
        this.closing = closing;
    }

    public boolean isClosed() {
        return closed;
    }

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
        return Extras.NONE.pages();
    }

    @Override
    public void close() {
        closed = true;
        closing.run();
    }
}
