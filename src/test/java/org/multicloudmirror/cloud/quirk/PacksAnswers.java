package org.multicloudmirror.cloud.quirk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Packs texts for every client that does not decline it, as a proxy with {@code gzip on} and a wide hand does. */
public final class PacksAnswers implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        String accepted = call.header("Accept-Encoding").orElse("gzip");
        if (call.isObject() || reply.body().length == 0 || !accepted.contains("gzip")) {
            return reply;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.with("Content-Encoding", "gzip").withBody(bytes.toByteArray());
    }
}
