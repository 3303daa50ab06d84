package org.multicloudmirror.mirror;

/**
 * That a range's listing is over: the run is complete when every range's marker is in and as many outcomes as they
 * promise.
 *
 * @param range whose listing it was
 * @param ending how it ended
 * @param problem why it failed, in one line; empty otherwise
 * @param queued how many outcomes it will have
 * @param listed how many objects the source's listing named
 * @param equal how many of them the listings alone found equal
 */
public record RangeMarker(KeyRange range, Ending ending, String problem, long queued, long listed, long equal) {

    /** How a listing ended. */
    public enum Ending {
        /** Both sides to their end. */
        COMPLETE,
        /** Stopped by an interruption. */
        STOPPED,
        /** Broken off: what was not listed is unknown. */
        FAILED
    }
}
