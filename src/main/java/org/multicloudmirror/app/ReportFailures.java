package org.multicloudmirror.app;

import org.multicloudmirror.mirror.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that a mail or an archive file could not be delivered: the run and its exit code stand. */
public final class ReportFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFailures.class);

    /** Names the route that failed and the innermost cause. */
    public void log(String route, Exception failure) {
        LOG.error("{} failed, the run stands: {}", route, Reason.of(failure));
        LOG.debug("{} failed", route, failure);
    }
}
