package org.multicloudmirror.metrics;

/** The first digit of an answer's status. */
enum StatusClass {
    NONE("none"),
    INFORMATIONAL("1xx"),
    SUCCESS("2xx"),
    REDIRECTION("3xx"),
    CLIENT_ERROR("4xx"),
    SERVER_ERROR("5xx");

    private final String word;

    StatusClass(String word) {
        this.word = word;
    }

    /**
     * @param status 0 where there was no answer
     */
    static StatusClass of(int status) {
        int digit = status / 100;
        return digit < values().length ? values()[digit] : NONE;
    }

    String word() {
        return word;
    }
}
