package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import java.util.Random;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Answers one of ten requests with 503, or hangs up. */
public final class Flaky implements Quirk {

    private static final int ONE_OF = 10;

    private final Random random;

    public Flaky(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public synchronized Optional<Reply> instead(Call call) {
        boolean isLogin = call.bucket().isEmpty() && !call.asks("bulk-delete");
        if (isLogin || random.nextInt(ONE_OF) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                random.nextBoolean() ? Reply.hangUp() : Reply.error(503, "ServiceUnavailable", "Please try again"));
    }
}
