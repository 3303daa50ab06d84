package org.multicloudmirror.bench;

/** Which way a row goes. */
enum Direction {
    TO_SWIFT("s3", "cf"),
    TO_S3("cf", "s3");

    private final String source;
    private final String destination;

    Direction(String source, String destination) {
        this.source = source;
        this.destination = destination;
    }

    /** The name of the store that is read, as both clients know it. */
    String source() {
        return source;
    }

    /** The name of the store that is written. */
    String destination() {
        return destination;
    }

    @Override
    public String toString() {
        return source + "->" + destination;
    }
}
