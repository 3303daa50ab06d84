package org.multicloudmirror.mirror.task;

import java.util.List;
import java.util.stream.Stream;
import org.multicloudmirror.storage.ETag;

/**
 * What is known of the destination's object.
 *
 * @param destination its tag; {@link ETag#NONE} when it is not known
 * @param proof what its equality rests on
 * @param lost what of the source it could not hold, each in a few words; empty when it holds all
 */
public record Evidence(ETag destination, Proof proof, List<String> lost) {

    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(ETag.NONE, Proof.NONE, List.of());

    public Evidence {
        lost = List.copyOf(lost);
    }

    /** Nothing was lost. */
    public Evidence(ETag destination, Proof proof) {
        this(destination, proof, List.of());
    }

    /** The same, with more that was lost. */
    public Evidence losing(List<String> more) {
        return new Evidence(
                destination, proof, Stream.concat(lost.stream(), more.stream()).toList());
    }
}
