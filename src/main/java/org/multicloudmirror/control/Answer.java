package org.multicloudmirror.control;

/**
 * What is answered to a command.
 *
 * @param result how it went
 * @param message for the one who asked, in one line
 * @param ticket of a run that was begun, to wait for it by; empty otherwise
 */
public record Answer(Result result, String message, String ticket) {

    /** How it went, and its code of HTTP. */
    public enum Result {
        DONE(200),
        /** There is no end to tell of yet. */
        UNDER_WAY(202),
        /** No scenario or run has this name. */
        UNKNOWN(404),
        /** A run of it is under way already. */
        BUSY(409),
        /** The command cannot be carried out; the message says why. */
        FAILED(500),
        /** The service is about to end. */
        ENDING(503);

        private final int code;

        Result(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** The result's code of HTTP. */
    public int code() {
        return result.code();
    }

    /** The same, with more behind its message where it was done. */
    public Answer with(String more) {
        return result == Result.DONE ? new Answer(result, message + more, ticket) : this;
    }

    static Answer of(Result result, String message) {
        return new Answer(result, message, "");
    }

    /** It was done. */
    public static Answer done(String message) {
        return of(Result.DONE, message);
    }
}
