package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * Completes an upload, and answers with something else than its tag.
 *
 * @param element in place of {@code <ETag>...</ETag>}
 */
public record CompletesWith(String element) implements Quirk {

    @Override
    public Reply after(Call call, Reply reply) {
        return call.isS3() && call.is("POST") && call.asks("uploadId") && reply.isSuccess()
                ? reply.withText(reply.text().replaceFirst("<ETag>.*</ETag>", element))
                : reply;
    }
}
