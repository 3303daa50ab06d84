package org.multicloudmirror.mirror;

import org.multicloudmirror.storage.StoreException;

/** Why something failed, in one line for a person. */
public final class Reason {

    private Reason() {}

    /** The message of the store's own error in a chain of causes, or else what the innermost cause says. */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException && cause.getMessage() != null) {
                return cause.getMessage();
            }
            innermost = cause;
        }
        String message = innermost.getMessage();
        String name = innermost.getClass().getSimpleName();
        return (message == null ? name : name + ": " + message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
