package org.multicloudmirror.control;

import java.time.Instant;
import java.util.Optional;

/** What a service can be asked and told. Safe for use by several threads. */
public interface Controls {

    /** How it is, and its scenarios. */
    ServiceStatus status();

    /** Begins a run of a scenario; the answer has its ticket. */
    Answer trigger(String name);

    /**
     * Waits a moment for the end of a run that was triggered; {@link Answer.Result#DONE} has the word of its status for a
     * message.
     *
     * @param ticket as it was answered
     */
    Answer end(String ticket);

    /**
     * Pauses a scenario.
     *
     * @param name empty for all
     * @param until {@link Pauses#UNTIL_RESUMED} for no end
     */
    Answer pause(Optional<String> name, Instant until);

    /** Lets a scenario, or all, go on. */
    Answer resume(Optional<String> name);

    /** Ends the runs of a scenario. */
    Answer cancel(String name);
}
