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

    /**
     * The table of section 3.4. It is one because constants in the steps mislead the second compiler: it adds them last,
     * where all wait for them.
     */
    private static final int[] T = new int[64];

    static {
        for (int i = 0; i < T.length; i++) {
            T[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * (1L << 32));
        }
    }

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
        t = word(bytes, at + 0) + T[0];
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 4) + T[1];
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 8) + T[2];
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 12) + T[3];
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);
        t = word(bytes, at + 16) + T[4];
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 20) + T[5];
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 24) + T[6];
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 28) + T[7];
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);
        t = word(bytes, at + 32) + T[8];
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 36) + T[9];
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 40) + T[10];
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 44) + T[11];
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);
        t = word(bytes, at + 48) + T[12];
        a = first(a, b, c, d, t, 7);
        e = first(e, f, g, h, t, 7);
        t = word(bytes, at + 52) + T[13];
        d = first(d, a, b, c, t, 12);
        h = first(h, e, f, g, t, 12);
        t = word(bytes, at + 56) + T[14];
        c = first(c, d, a, b, t, 17);
        g = first(g, h, e, f, t, 17);
        t = word(bytes, at + 60) + T[15];
        b = first(b, c, d, a, t, 22);
        f = first(f, g, h, e, t, 22);

        // round 2
        t = word(bytes, at + 4) + T[16];
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 24) + T[17];
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 44) + T[18];
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 0) + T[19];
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);
        t = word(bytes, at + 20) + T[20];
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 40) + T[21];
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 60) + T[22];
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 16) + T[23];
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);
        t = word(bytes, at + 36) + T[24];
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 56) + T[25];
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 12) + T[26];
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 32) + T[27];
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);
        t = word(bytes, at + 52) + T[28];
        a = second(a, b, c, d, t, 5);
        e = second(e, f, g, h, t, 5);
        t = word(bytes, at + 8) + T[29];
        d = second(d, a, b, c, t, 9);
        h = second(h, e, f, g, t, 9);
        t = word(bytes, at + 28) + T[30];
        c = second(c, d, a, b, t, 14);
        g = second(g, h, e, f, t, 14);
        t = word(bytes, at + 48) + T[31];
        b = second(b, c, d, a, t, 20);
        f = second(f, g, h, e, t, 20);

        // round 3
        t = word(bytes, at + 20) + T[32];
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 32) + T[33];
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 44) + T[34];
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 56) + T[35];
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);
        t = word(bytes, at + 4) + T[36];
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 16) + T[37];
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 28) + T[38];
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 40) + T[39];
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);
        t = word(bytes, at + 52) + T[40];
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 0) + T[41];
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 12) + T[42];
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 24) + T[43];
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);
        t = word(bytes, at + 36) + T[44];
        a = third(a, b, c, d, t, 4);
        e = third(e, f, g, h, t, 4);
        t = word(bytes, at + 48) + T[45];
        d = third(d, a, b, c, t, 11);
        h = third(h, e, f, g, t, 11);
        t = word(bytes, at + 60) + T[46];
        c = third(c, d, a, b, t, 16);
        g = third(g, h, e, f, t, 16);
        t = word(bytes, at + 8) + T[47];
        b = third(b, c, d, a, t, 23);
        f = third(f, g, h, e, t, 23);

        // round 4
        t = word(bytes, at + 0) + T[48];
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 28) + T[49];
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 56) + T[50];
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 20) + T[51];
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);
        t = word(bytes, at + 48) + T[52];
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 12) + T[53];
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 40) + T[54];
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 4) + T[55];
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);
        t = word(bytes, at + 32) + T[56];
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 60) + T[57];
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 24) + T[58];
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 52) + T[59];
        b = fourth(b, c, d, a, t, 21);
        f = fourth(f, g, h, e, t, 21);
        t = word(bytes, at + 16) + T[60];
        a = fourth(a, b, c, d, t, 6);
        e = fourth(e, f, g, h, t, 6);
        t = word(bytes, at + 44) + T[61];
        d = fourth(d, a, b, c, t, 10);
        h = fourth(h, e, f, g, t, 10);
        t = word(bytes, at + 8) + T[62];
        c = fourth(c, d, a, b, t, 15);
        g = fourth(g, h, e, f, t, 15);
        t = word(bytes, at + 36) + T[63];
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
