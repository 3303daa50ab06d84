package org.multicloudmirror.cloud.quirk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Lists a key that somebody wrote in Latin-1: {@code caf%E9.txt}. */
public final class Latin1Key implements Quirk {

    /** A key of the same length, which is listed in its stead. */
    public static final String STANDS_FOR_IT = "caf~.txt";

    @Override
    public Reply after(Call call, Reply reply) {
        if (!call.isListing()) {
            return reply;
        }
        String text = new String(reply.body(), ISO_8859_1);
        boolean isEncoded = call.isS3() && call.asks("encoding-type");
        return reply.withBody(text.replace("caf~.txt", isEncoded ? "caf%E9.txt" : "caf\u00e9.txt")
                .replace("caf%7E.txt", "caf%E9.txt")
                .getBytes(ISO_8859_1));
    }
}
