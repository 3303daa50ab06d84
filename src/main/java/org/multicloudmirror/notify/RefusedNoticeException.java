package org.multicloudmirror.notify;

/** A webhook or a ping that is not tried again: it is refused, or its time is over. */
public final class RefusedNoticeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedNoticeException(String message) {
        super(message);
    }
}
