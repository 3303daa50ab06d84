package org.multicloudmirror.mirror.select;

/** A filter that cannot be read. The message names it and the remedy. */
public final class InvalidFilterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidFilterException(String message) {
        super(message);
    }
}
