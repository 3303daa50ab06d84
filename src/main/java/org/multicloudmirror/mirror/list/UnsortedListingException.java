package org.multicloudmirror.mirror.list;

/** A store listed a key before one that comes before it in UTF-8 byte order, or twice. */
final class UnsortedListingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsortedListingException(String message) {
        super(message);
    }
}
