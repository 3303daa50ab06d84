package org.multicloudmirror.component;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.multicloudmirror.storage.ObjectContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes an object that a route has opened when its exchange ends, read or not. */
final class ClosedAtTheEnd extends SynchronizationAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedAtTheEnd.class);

    private final ObjectContent content;

    ClosedAtTheEnd(ObjectContent content) {
        this.content = content;
    }

    @Override
    public void onDone(Exchange exchange) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.debug("what is not read breaks off when it is closed", e);
        }
    }
}
