package org.multicloudmirror.http;

/** What a service answers that is read into memory, and how much of it: an answer without an end must not fill that. */
public enum AnswerKind {
    /** 10,000 keys of 1,024 bytes: JSON writes each character of two bytes in six. */
    PAGE("a page of a listing", 40 << 20),
    /** 1,000 segments with names as long, and more where a service allows them. */
    MANIFEST("a manifest", 16 << 20),
    /** The results of 1,000 deletions, each with its key and a reason. */
    RESULTS("the results of a deletion", 16 << 20),
    LOGIN("a login's answer", 8 << 20),
    CALL("a service's answer", 1 << 20),
    INFO("a service's description of itself", 1 << 20),
    TAGS("an object's tags", 1 << 20),
    /** A few elements of XML, white space before them. */
    TEXT("a short answer", 64 << 10);

    private final String words;
    private final int most;

    AnswerKind(String words, int most) {
        this.words = words;
        this.most = most;
    }

    /** In bytes. */
    int most() {
        return most;
    }

    /** That it is longer, for who reads it. */
    String tooLong() {
        return "the answer is longer than " + most + " bytes, the most that is read of " + words;
    }
}
