package org.multicloudmirror.storage;

/** Is told when something is about to be tried again, by many threads. */
@FunctionalInterface
public interface RetryObserver {

    /** What is tried again. */
    enum Kind {
        /** The copy of an object, as a whole. */
        OBJECT,
        /** A part of an object, or what prepares or follows its copy. */
        PART,
        /** A page of a listing, a look at a bucket, a deletion. */
        PAGE
    }

    void retried(Kind kind);
}
