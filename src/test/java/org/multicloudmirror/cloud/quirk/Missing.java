package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * Answers 404 to some requests about an object that is there, or was a moment ago.
 *
 * @param method one of them
 * @param header what the request must have, or nothing
 * @param parameter of the query that the request must have, or nothing
 */
public record Missing(String method, String bucket, String key, String header, String parameter) implements Quirk {

    static Reply reply(Call call) {
        return call.isS3()
                ? Reply.error(404, "NoSuchKey", "The specified key does not exist.")
                : Reply.text(404, "text/html", "<html><h1>Not Found</h1></html>");
    }

    @Override
    public Optional<Reply> instead(Call call) {
        boolean isMeant = call.is(method)
                && call.bucket().equals(bucket)
                && call.key().startsWith(key)
                && (header.isEmpty() || call.header(header).isPresent())
                && (parameter.isEmpty() || call.asks(parameter));
        return isMeant ? Optional.of(reply(call)) : Optional.empty();
    }
}
