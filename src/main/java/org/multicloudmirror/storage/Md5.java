package org.multicloudmirror.storage;

import java.util.Arrays;

/**
 * MD5 (RFC 1321): the proof that both protocols speak, not a protection against forgery. The platform's own takes one
 * state at a time, in native code two thirds as long for each, and more under Java's first compiler, which the launcher
 * uses; this one takes the bytes of a part and of its whole object in one pass (docs/decisions.md has the figures).
 */
public final class Md5 {

    private static final int BLOCK = Md5Lanes.BLOCK;

    /** The length is the last eight bytes of the last block. */
    private static final int LENGTH_AT = BLOCK - Long.BYTES;

    private final int[] state;
    private final int[] idle = new int[4];
    private final byte[] begun;
    private long length;

    /** One that has seen nothing yet. */
    public Md5() {
        this(new int[] {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, new byte[BLOCK], 0);
    }

    private Md5(int[] state, byte[] begun, long length) {
        this.state = state;
        this.begun = begun;
        this.length = length;
    }

    /** The MD5 of these bytes. */
    public static ETag of(byte[] bytes) {
        Md5 md5 = new Md5();
        md5.update(bytes, 0, bytes.length);
        return md5.tag();
    }

    /** One that goes on from where this one is. */
    public Md5 copy() {
        return new Md5(state.clone(), begun.clone(), length);
    }

    /** Takes further bytes. */
    public void update(byte[] bytes, int from, int count) {
        int end = from + count;
        int at = complete(bytes, from, end);
        for (; end - at >= BLOCK; at += BLOCK) {
            pass(bytes, at);
        }
        begin(bytes, at, end);
        length += count;
    }

    /** Takes further bytes into this one and another: in one pass when both are as far from the end of a block. */
    public void updateWith(Md5 other, byte[] bytes, int from, int count) {
        if (filled() != other.filled()) {
            update(bytes, from, count);
            other.update(bytes, from, count);
            return;
        }
        int end = from + count;
        int at = complete(bytes, from, end);
        other.complete(bytes, from, end);
        for (; end - at >= BLOCK; at += BLOCK) {
            Md5Lanes.pass(bytes, at, state, other.state);
        }
        begin(bytes, at, end);
        other.begin(bytes, at, end);
        length += count;
        other.length += count;
    }

    /** The MD5 of what this one has seen; nothing may come after. */
    public ETag tag() {
        int filled = filled();
        begun[filled] = (byte) 0x80;
        Arrays.fill(begun, filled + 1, BLOCK, (byte) 0);
        if (filled >= LENGTH_AT) {
            pass(begun, 0);
            Arrays.fill(begun, (byte) 0);
        }
        long bits = length * Byte.SIZE;
        for (int i = 0; i < Long.BYTES; i++) {
            begun[LENGTH_AT + i] = (byte) (bits >>> (i * Byte.SIZE));
        }
        pass(begun, 0);
        byte[] digest = new byte[16];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (state[i / 4] >>> (i % 4 * Byte.SIZE));
        }
        return ETag.ofMd5(digest);
    }

    private int filled() {
        return (int) (length % BLOCK);
    }

    /** Fills the block that was begun; returns where the next one is. */
    private int complete(byte[] bytes, int from, int end) {
        int filled = filled();
        if (filled == 0) {
            return from;
        }
        int taken = Math.min(end - from, BLOCK - filled);
        System.arraycopy(bytes, from, begun, filled, taken);
        if (filled + taken == BLOCK) {
            pass(begun, 0);
        }
        return from + taken;
    }

    /** Keeps what is less than a block. */
    private void begin(byte[] bytes, int at, int end) {
        if (at < end) {
            System.arraycopy(bytes, at, begun, 0, end - at);
        }
    }

    private void pass(byte[] bytes, int at) {
        Md5Lanes.pass(bytes, at, state, idle);
    }
}
