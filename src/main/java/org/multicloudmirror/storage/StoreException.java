package org.multicloudmirror.storage;

/** A request to a store that did not succeed. The message is one line, for the user, without any secret. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(oneLine(message));
    }

    public StoreException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** The messages of parsers and servers have several lines. */
    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Whether the same request may succeed a little later. */
    public boolean isTransient() {
        return false;
    }
}
