package org.multicloudmirror.bench.server;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The bytes of all generated objects: each of a few variants is a block of noise, over and over, so that a body is told
 * by its variant and its length, and its MD5 is computed once.
 */
final class Content {

    static final int VARIANTS = 16;

    /** Divides the part sizes that clients use (5 and 8 MiB), so that a part begins as an object does. */
    static final int BLOCK = 256 * 1024;

    private static final ByteBuffer[] BLOCKS =
            IntStream.range(0, VARIANTS).mapToObj(Content::block).toArray(ByteBuffer[]::new);

    private static final Map<Body, byte[]> MD5S = new ConcurrentHashMap<>();

    private record Body(int variant, long length) {}

    private Content() {}

    /** The bytes from an offset on, to the end of their block or as many as are asked for. */
    static ByteBuffer bytes(int variant, long offset, long atMost) {
        int start = (int) (offset % BLOCK);
        return BLOCKS[variant].slice(start, (int) Math.min(BLOCK - start, atMost));
    }

    /** The variant that a body is, if it is any: their first bytes differ. */
    static int variantThatBeginsWith(byte first) {
        return Math.floorMod(first, VARIANTS);
    }

    static byte[] md5(int variant, long length) {
        return MD5S.computeIfAbsent(new Body(variant, length), Content::hashed).clone();
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    /** Hashes the beginning of a body. */
    static void update(MessageDigest digest, int variant, long length) {
        for (long at = 0; at < length; at += BLOCK) {
            digest.update(bytes(variant, at, length - at));
        }
    }

    private static byte[] hashed(Body body) {
        MessageDigest digest = md5();
        update(digest, body.variant(), body.length());
        return digest.digest();
    }

    private static ByteBuffer block(int variant) {
        byte[] noise = new byte[BLOCK];
        new SplittableRandom(variant).nextBytes(noise);
        noise[0] = (byte) variant;
        return ByteBuffer.allocateDirect(BLOCK).put(noise).flip().asReadOnlyBuffer();
    }
}
