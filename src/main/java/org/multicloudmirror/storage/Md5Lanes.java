package org.multicloudmirror.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The 64 steps of MD5 (RFC 1321, section 3.4), written out, on two states at a time. Each step of one state waits for
 * the one before; the other's steps fill the gaps.
 */
final class Md5Lanes {

    /** Bytes that one pass takes. */
    static final int BLOCK = 64;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Md5Lanes() {}

    /**
     * Takes the same block into both states, of four words each.
     *
     * @param at where the block begins
     */
    static void pass(byte[] bytes, int at, int[] one, int[] other) {
        int a = one[0];
        int b = one[1];
        int c = one[2];
        int d = one[3];
        int e = other[0];
        int f = other[1];
        int g = other[2];
        int h = other[3];
        int t;

        // round 1
        t = word(bytes, at + 0) + 0xd76aa478;
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 4) + 0xe8c7b756;
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 8) + 0x242070db;
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 12) + 0xc1bdceee;
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);
        t = word(bytes, at + 16) + 0xf57c0faf;
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 20) + 0x4787c62a;
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 24) + 0xa8304613;
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 28) + 0xfd469501;
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);
        t = word(bytes, at + 32) + 0x698098d8;
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 36) + 0x8b44f7af;
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 40) + 0xffff5bb1;
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 44) + 0x895cd7be;
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);
        t = word(bytes, at + 48) + 0x6b901122;
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 52) + 0xfd987193;
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 56) + 0xa679438e;
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 60) + 0x49b40821;
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);

        // round 2
        t = word(bytes, at + 4) + 0xf61e2562;
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 24) + 0xc040b340;
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 44) + 0x265e5a51;
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 0) + 0xe9b6c7aa;
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);
        t = word(bytes, at + 20) + 0xd62f105d;
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 40) + 0x02441453;
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 60) + 0xd8a1e681;
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 16) + 0xe7d3fbc8;
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);
        t = word(bytes, at + 36) + 0x21e1cde6;
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 56) + 0xc33707d6;
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 12) + 0xf4d50d87;
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 32) + 0x455a14ed;
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);
        t = word(bytes, at + 52) + 0xa9e3e905;
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 8) + 0xfcefa3f8;
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 28) + 0x676f02d9;
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 48) + 0x8d2a4c8a;
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);

        // round 3
        t = word(bytes, at + 20) + 0xfffa3942;
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 32) + 0x8771f681;
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 44) + 0x6d9d6122;
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 56) + 0xfde5380c;
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);
        t = word(bytes, at + 4) + 0xa4beea44;
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 16) + 0x4bdecfa9;
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 28) + 0xf6bb4b60;
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 40) + 0xbebfbc70;
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);
        t = word(bytes, at + 52) + 0x289b7ec6;
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 0) + 0xeaa127fa;
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 12) + 0xd4ef3085;
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 24) + 0x04881d05;
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);
        t = word(bytes, at + 36) + 0xd9d4d039;
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 48) + 0xe6db99e5;
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 60) + 0x1fa27cf8;
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 8) + 0xc4ac5665;
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);

        // round 4
        t = word(bytes, at + 0) + 0xf4292244;
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 28) + 0x432aff97;
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 56) + 0xab9423a7;
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 20) + 0xfc93a039;
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);
        t = word(bytes, at + 48) + 0x655b59c3;
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 12) + 0x8f0ccc92;
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 40) + 0xffeff47d;
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 4) + 0x85845dd1;
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);
        t = word(bytes, at + 32) + 0x6fa87e4f;
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 60) + 0xfe2ce6e0;
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 24) + 0xa3014314;
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 52) + 0x4e0811a1;
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);
        t = word(bytes, at + 16) + 0xf7537e82;
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 44) + 0xbd3af235;
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 8) + 0x2ad7d2bb;
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 36) + 0xeb86d391;
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);

        one[0] += a;
        one[1] += b;
        one[2] += c;
        one[3] += d;
        other[0] += e;
        other[1] += f;
        other[2] += g;
        other[3] += h;
    }

    private static int word(byte[] bytes, int at) {
        return (int) WORD.get(bytes, at);
    }

    private static int first(int a, int b, int c, int d, int t, int shift) {
        return b + Integer.rotateLeft(a + t + (((c ^ d) & b) ^ d), shift);
    }

    /** The two terms have no bit in common: their sum is their union, and only the one waits for the step before. */
    private static int second(int a, int b, int c, int d, int t, int shift) {
        return b + Integer.rotateLeft(a + t + (~d & c) + (d & b), shift);
    }

    private static int third(int a, int b, int c, int d, int t, int shift) {
        return b + Integer.rotateLeft(a + t + (b ^ c ^ d), shift);
    }

    private static int fourth(int a, int b, int c, int d, int t, int shift) {
        return b + Integer.rotateLeft(a + t + (c ^ (b | ~d)), shift);
    }
}
