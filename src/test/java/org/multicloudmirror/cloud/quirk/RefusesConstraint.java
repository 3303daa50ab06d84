package org.multicloudmirror.cloud.quirk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Makes buckets, but in no region that a client names. */
public record RefusesConstraint(List<String> bodies) implements Quirk {

    public RefusesConstraint() {
        this(new CopyOnWriteArrayList<>());
    }

    @Override
    public Optional<Reply> instead(Call call) {
        if (!call.isS3() || !call.isBucket() || !call.is("PUT")) {
            return Optional.empty();
        }
        try {
            String body = call.text();
            bodies.add(body);
            return body.contains("LocationConstraint")
                    ? Optional.of(Reply.error(
                            400, "InvalidLocationConstraint", "The specified location-constraint is not valid"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
