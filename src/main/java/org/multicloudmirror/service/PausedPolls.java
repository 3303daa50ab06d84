package org.multicloudmirror.service;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.multicloudmirror.control.Pauses;

/** Lists no source of a paused scenario: what changes meanwhile is found when it goes on. */
final class PausedPolls extends DefaultPollingConsumerPollStrategy {

    /** Its name in the triggers. */
    static final String BEAN = "pausedPolls";

    private final Pauses pauses;

    PausedPolls(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return !(consumer instanceof DefaultConsumer polling)
                || !pauses.isPaused(polling.getRoute().getRouteId());
    }
}
