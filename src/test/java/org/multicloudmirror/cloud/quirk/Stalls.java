package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Neither reads nor answers, as a process that was stopped. */
public record Stalls(Predicate<Call> which, CountDownLatch end) implements Quirk, AutoCloseable {

    public Stalls(Predicate<Call> which) {
        this(which, new CountDownLatch(1));
    }

    @Override
    public Optional<Reply> instead(Call call) {
        return which.test(call)
                ? Optional.of(Reply.raw(out -> {
                    try {
                        end.await(2, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                : Optional.empty();
    }

    @Override
    public void close() {
        end.countDown();
    }
}
