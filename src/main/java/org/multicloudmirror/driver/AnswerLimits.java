package org.multicloudmirror.driver;

/**
 * What a well-formed answer may hold, so that a service gone wrong fails its request and not the process; its bytes are
 * bounded by {@link org.multicloudmirror.http.AnswerKind}.
 */
public final class AnswerLimits {

    /** Ten times what services give in a page. */
    public static final int ENTRIES = 100_000;

    /** Sixteen times what services take (1,024 bytes), in characters. */
    public static final int KEY = 16 * 1024;

    /** What a scanner takes, in bytes: one that is no UTF-8 is two characters at a parser. */
    public static final int SCANNED_KEY = KEY / 2;

    /** Of elements or objects in each other. */
    public static final int DEPTH = 32;

    /** Of segments and nested manifests that one object is made of. */
    public static final int SEGMENTS = 100_000;

    /** Of nested manifests that are read for one object, a request each. */
    public static final int MANIFESTS = 1000;

    private AnswerLimits() {}
}
