package org.multicloudmirror.mirror.list;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.multicloudmirror.mirror.run.Runs;
import org.multicloudmirror.mirror.task.CopyTask;

/**
 * What the destination already holds, as Camel's idempotent consumer asks for it. A whole page is filtered before it
 * is split, so that an equal object costs no exchange; {@link #add(Exchange, String)} then only reads the decision,
 * and stops a key that this run has queued already.
 */
public final class DestinationRepository implements IdempotentRepository {

    private final Runs runs;

    public DestinationRepository(Runs runs) {
        this.runs = runs;
    }

    /** The tasks of a page: what the destination lacks, holds otherwise, or may hold otherwise. */
    public List<CopyTask> filter(SourcePage page) {
        return page.listing().decide(page.entries());
    }

    @Override
    public boolean add(Exchange exchange, String key) {
        CopyTask task = task(exchange);
        return runs.byId(task.runId()).tasks().claim(task);
    }

    @Override
    public boolean add(String key) {
        throw new UnsupportedOperationException("the decision is in the message, not in the key");
    }

    @Override
    public boolean contains(String key) {
        return false;
    }

    /** The outcome takes the key out again; a failed enqueueing fails the whole listing. */
    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        // nothing is kept here: a run's pending keys end with the run
    }

    @Override
    public void start() {
        // nothing to open
    }

    @Override
    public void stop() {
        // nothing to close
    }

    private static CopyTask task(Exchange exchange) {
        return exchange.getMessage().getBody(CopyTask.class);
    }
}
