package org.multicloudmirror.mirror.list;

/** The run is to stop, and the page that was waited for is not to come any more. */
final class ListingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
