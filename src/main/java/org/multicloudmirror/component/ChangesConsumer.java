package org.multicloudmirror.component;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;

/** Lists a prefix at each poll, and sends a message when the listing is not what it was when the route last ended well. */
final class ChangesConsumer extends ScheduledPollConsumer {

    private final ListingWatch watch;
    private @Nullable PollBackOff backOff;

    ChangesConsumer(ObjectStoreEndpoint endpoint, Processor processor, ListingWatch watch) {
        super(endpoint, processor);
        this.watch = watch;
    }

    @Override
    protected int poll() throws Exception {
        PollBackOff patience = backOff();
        if (patience.skips() || !watch.look()) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        boolean again = true;
        try {
            watch.tell(exchange.getMessage());
            getProcessor().process(exchange);
            again = exchange.isFailed()
                    || "true".equals(exchange.getProperty(ObjectStoreConstants.AGAIN, String.class));
            return 1;
        } finally {
            watch.told(again);
            patience.ended(!again);
            releaseExchange(exchange, false);
        }
    }

    /** Made when the pause between two polls is known. */
    private PollBackOff backOff() {
        PollBackOff made = backOff;
        if (made == null) {
            made = new PollBackOff(Duration.ofMillis(getTimeUnit().toMillis(getDelay())));
            backOff = made;
        }
        return made;
    }

    @Override
    protected void doShutdown() throws Exception {
        super.doShutdown();
        watch.close();
    }
}
