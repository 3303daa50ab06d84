package org.multicloudmirror.app;

import org.multicloudmirror.mirror.task.Reason;

/** The routes could not be started, or a component not be fetched. The message is one line, with the cause. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure without a cause of its own. */
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message + ": " + Reason.of(cause), cause);
    }
}
