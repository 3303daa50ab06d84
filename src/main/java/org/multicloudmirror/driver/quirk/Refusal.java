package org.multicloudmirror.driver.quirk;

import org.multicloudmirror.storage.ObjectMetadata;

/**
 * A write that a store refused.
 *
 * @param bucket of the object
 * @param key of the object
 * @param status of the answer
 * @param text the beginning of the answer's body
 * @param sent the metadata that went along
 */
public record Refusal(String bucket, String key, int status, String text, ObjectMetadata sent) {}
