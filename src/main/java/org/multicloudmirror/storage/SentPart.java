package org.multicloudmirror.storage;

/**
 * A part that is at the destination.
 *
 * @param number from 1 up
 * @param size in bytes
 * @param md5 of the bytes that were sent
 * @param stored the tag that the store gave it; the same MD5 unless the store encrypts
 */
public record SentPart(int number, long size, ETag md5, ETag stored) {}
