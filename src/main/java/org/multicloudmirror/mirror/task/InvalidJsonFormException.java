package org.multicloudmirror.mirror.task;

/** A text is not what it was taken for; the message says in one line what is wrong with it. */
public final class InvalidJsonFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidJsonFormException(String message) {
        super(message);
    }
}
