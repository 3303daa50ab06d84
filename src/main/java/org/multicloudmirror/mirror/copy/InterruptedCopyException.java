package org.multicloudmirror.mirror.copy;

/** A copy was given up half way because the run was interrupted; the destination keeps what it had. */
public final class InterruptedCopyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InterruptedCopyException() {
        super("interrupted while it was copied");
    }
}
