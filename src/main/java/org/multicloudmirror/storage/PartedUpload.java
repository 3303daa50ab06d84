package org.multicloudmirror.storage;

/**
 * An object that is being written in parts, or was.
 *
 * @param id what the store tells it from others of the same key by: S3's upload id, the name of Swift's segments
 */
public record PartedUpload(String bucket, String key, String id) {}
