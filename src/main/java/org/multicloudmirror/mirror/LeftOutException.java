package org.multicloudmirror.mirror;

/** An object that was begun is left to the next run after all; the message says why. */
public final class LeftOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeftOutException(String reason) {
        super(reason);
    }
}
