package org.multicloudmirror.mirror.task;

import java.util.Locale;

/** What a statement about two objects rests on, the strongest first. */
public enum Proof {
    /** Both were read, and have the same bytes. */
    CONTENT,
    /** The MD5 of the whole: the tags of both sides are it, or the bytes that were sent made it. */
    MD5,
    /** The MD5s of all parts, from which the tags of both sides follow. */
    PARTS,
    /**
     * The MD5 of each part, as the destination received it; its tag of the whole tells nothing, its size is right.
     */
    EACH_PART,
    /** The destination's tag is that of the bytes that were sent; the source's tag proves nothing of its bytes. */
    SENT,
    /** The destination carries the source's tag, written with its bytes. */
    CARRIED,
    /** Equal sizes, and a destination that is not older; as {@code --compare=modified} asks. */
    MODIFIED,
    /** Equal sizes only; as {@code --compare=size} asks. */
    SIZE,
    /** Nothing. */
    NONE;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
