package org.multicloudmirror.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * An answer that may have been packed on its way though that was not asked for. Its first bytes tell: no text begins with
 * those of gzip, and {@code Content-Encoding} may be that of the object that it is about (a manifest at Swift).
 */
final class Unpacked {

    private static final int BUFFER = 8 * 1024;
    private static final int MAGIC = 2;
    private static final Set<String> AS_IT_IS = Set.of("", "identity", "aws-chunked", "gzip", "x-gzip");

    private Unpacked() {}

    /**
     * The answer in the clear.
     *
     * @param encoding as the reply names it, in lower case
     * @throws IOException when it is packed in another way
     */
    static InputStream of(InputStream body, String encoding, AnswerKind kind) throws IOException {
        if (kind != AnswerKind.MANIFEST && !AS_IT_IS.contains(encoding)) {
            throw new IOException("the answer is packed as \"" + encoding + "\", which was not asked for");
        }
        PushbackInputStream answer = new PushbackInputStream(body, MAGIC);
        byte[] start = answer.readNBytes(MAGIC);
        answer.unread(start);
        boolean isPacked = start.length == MAGIC && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return isPacked ? new GZIPInputStream(answer, BUFFER) : answer;
    }
}
