package org.multicloudmirror.bench.server;

/** Which of the two services a request is for; each has buckets of its own. */
public enum Protocol {
    S3,
    SWIFT
}
