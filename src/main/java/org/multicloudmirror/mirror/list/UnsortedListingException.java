package org.multicloudmirror.mirror.list;

import org.multicloudmirror.storage.RejectedException;

/** A store listed a key before one that comes before it in UTF-8 byte order, or twice. */
final class UnsortedListingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsortedListingException(String message) {
        super(message);
    }

    /** The same where a part of the keys cannot be listed anew by itself. */
    RejectedException inCutRun() {
        return new RejectedException(
                getMessage() + "; run it with --listings 1, so that both sides are sorted on disk", this);
    }
}
