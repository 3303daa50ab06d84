package org.multicloudmirror.driver.jclouds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.multicloudmirror.driver.AnswerLimits;
import org.multicloudmirror.driver.jclouds.SwiftManifest.Segment;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.PartLayout.Part;
import org.multicloudmirror.storage.RejectedException;

/**
 * The segments of one manifest, those of nested ones in place of them. A thousand in each of a thousand may be named by
 * as little as two manifests, so that what they amount to is bounded. For one thread, used once.
 */
final class NestedManifests {

    /** {@code max_recursion_depth} of Swift's own reading; what is deeper cannot be read anyway. */
    private static final int DEEPEST = 10;

    private final String where;
    private final BiFunction<String, String, Optional<List<Segment>>> manifests;
    private final List<Part> parts = new ArrayList<>();
    private long named;
    private int read;

    /**
     * @param where the object, for messages
     * @param manifests reads one, by container and name; empty when there is none
     */
    NestedManifests(String where, BiFunction<String, String, Optional<List<Segment>>> manifests) {
        this.where = where;
        this.manifests = manifests;
    }

    /**
     * All of them.
     *
     * @throws RejectedException when they are too many
     */
    List<Part> flat(List<Segment> segments) {
        flatten(segments, DEEPEST);
        return parts;
    }

    private void flatten(List<Segment> segments, int depth) {
        named += segments.size();
        if (named > AnswerLimits.SEGMENTS) {
            throw tooMany(AnswerLimits.SEGMENTS + " segments");
        }
        for (Segment segment : segments) {
            if (segment.isManifest() && segment.range().isEmpty() && depth > 0) {
                flatten(nested(segment), depth - 1);
            } else {
                // of some bytes of a segment, and of the segments of another one, the hash tells nothing
                boolean isKnown = segment.range().isEmpty() && !segment.isManifest();
                parts.add(new Part(segment.length(), isKnown ? ETag.parse(segment.hash()) : ETag.NONE));
            }
        }
    }

    private List<Segment> nested(Segment segment) {
        if (++read > AnswerLimits.MANIFESTS) {
            throw tooMany(AnswerLimits.MANIFESTS + " nested manifests");
        }
        String[] path =
                segment.path().substring(Math.min(1, segment.path().length())).split("/", 2);
        return path.length < 2 ? List.of() : manifests.apply(path[0], path[1]).orElse(List.of());
    }

    private RejectedException tooMany(String what) {
        return new RejectedException(where + ": it is made of more than " + what + "; upload it anew");
    }
}
