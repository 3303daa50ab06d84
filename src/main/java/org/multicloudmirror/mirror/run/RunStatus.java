package org.multicloudmirror.mirror.run;

import java.util.Locale;

/** How a run ended as a whole, the worst first. */
public enum RunStatus {
    /** A signal ended it early. */
    INTERRUPTED,
    /** It could not run, or a listing broke off. */
    COULD_NOT_RUN,
    /** A guard against deleting too much tripped: nothing was deleted. */
    GUARDED,
    /** Another run of the same scenario was under way. */
    LOCKED,
    /** It ran, and some objects failed. */
    SOME_FAILED,
    /** It ended before everything was copied, as it was asked to: it may take no more time, or bytes. */
    LIMIT_REACHED,
    /** A check found objects that are not equal, or not to be told equal. */
    DIFFERENT,
    /** Nothing that was selected failed. */
    OK;

    /**
     * The one of a word.
     *
     * @throws IllegalArgumentException when it is none's
     */
    public static RunStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The word in reports, such as {@code some-failed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
