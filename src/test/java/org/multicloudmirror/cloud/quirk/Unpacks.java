package org.multicloudmirror.cloud.quirk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * Gives gzip objects out unpacked and in chunks unless the client says that it takes another coding (Google's
 * "decompressive transcoding", and gateways).
 *
 * @param kept the values of Accept-Encoding that keep the stored bytes
 */
public record Unpacks(List<String> kept) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        String accepted = call.header("Accept-Encoding").orElse("");
        boolean isPacked =
                reply.headers().first("Content-Encoding").filter("gzip"::equals).isPresent();
        if (!call.isObject()
                || !call.is("GET", "HEAD")
                || !isPacked
                || kept.stream().anyMatch(accepted::contains)) {
            return reply;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return reply.without("Content-Encoding")
                    .withBody(unpacked.readAllBytes())
                    .framed(Reply.Framing.CHUNKED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
