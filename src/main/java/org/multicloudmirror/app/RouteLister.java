package org.multicloudmirror.app;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.list.Lister;
import org.multicloudmirror.mirror.list.RangeListing;
import org.multicloudmirror.mirror.task.KeyRange;
import org.multicloudmirror.mirror.task.RangeMarker;

/** The lister as the routes call it: an exchange has its range until it is done. */
public final class RouteLister {

    private final Lister lister;

    RouteLister(Lister lister) {
        this.lister = lister;
    }

    /** As {@link Lister#plan}. */
    public KeyRange plan(String runId) {
        return lister.plan(runId);
    }

    /** As {@link Lister#open}. */
    public RangeListing open(KeyRange range, Exchange exchange) {
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                lister.release(range);
            }
        });
        return lister.open(range);
    }

    /** As {@link Lister#end}. */
    public RangeMarker end(RangeListing listing) {
        return lister.end(listing);
    }

    /** As {@link Lister#fail}. */
    public RangeMarker fail(String runId, Exception failure, @Nullable KeyRange range, @Nullable RangeListing listing) {
        return lister.fail(runId, failure, range, listing);
    }
}
