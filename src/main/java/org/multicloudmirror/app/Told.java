package org.multicloudmirror.app;

/** What is told of a scenario. */
interface Told {

    /** Tells it, as long as that takes. */
    void tell();

    /** It never will be told. */
    void drop(String why);

    /** Whether it is about a run that has ended, rather than one that begins. */
    boolean isEnd();

    /** Whether that run did not end well. */
    boolean isFailure();
}
