package org.multicloudmirror.bench;

/** One run of a client. */
record Run(Row row, Direction direction, String client, Usage usage, Requests requests) {

    double firstRequestSeconds() {
        return (requests.firstMillis() - usage.beganMillis()) / 1000.0;
    }
}
