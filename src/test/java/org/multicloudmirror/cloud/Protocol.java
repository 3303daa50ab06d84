package org.multicloudmirror.cloud;

/** What a service speaks. */
public enum Protocol {
    S3,
    SWIFT
}
