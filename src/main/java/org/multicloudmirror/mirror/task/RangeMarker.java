package org.multicloudmirror.mirror.task;

import java.util.List;

/**
 * That a range's listing is over: the run is complete when every range's marker is in and as many outcomes as they
 * promise. What the listing left out is counted here, and has no outcome of its own.
 *
 * @param range whose listing it was
 * @param ending how it ended
 * @param problem why it failed, in one line; empty otherwise
 * @param queued how many outcomes it will have
 * @param listed how many objects the source's listing named
 * @param equal how many of them the listings alone found equal
 * @param skips what of them it left out
 * @param extras what the destination has beyond them; closed by who takes the marker
 * @param cuts the indexes of the ranges that were cut off from it, each of which sends a marker of its own
 */
public record RangeMarker(
        KeyRange range,
        Ending ending,
        String problem,
        long queued,
        long listed,
        long equal,
        Skips skips,
        Extras extras,
        List<Integer> cuts) {

    public RangeMarker {
        cuts = List.copyOf(cuts);
    }

    /** Of a listing that left nothing out, gathers no extras, and was not cut. */
    public RangeMarker(KeyRange range, Ending ending, String problem, long queued, long listed, long equal) {
        this(range, ending, problem, queued, listed, equal, Skips.NONE, Extras.NONE, List.of());
    }

    /** How a listing ended. */
    public enum Ending {
        /** Both sides to their end. */
        COMPLETE,
        /** Stopped by an interruption. */
        STOPPED,
        /** Stopped because the run may take no more. */
        LIMITED,
        /** Broken off: what was not listed is unknown. */
        FAILED
    }
}
