package org.multicloudmirror.cloud.quirk;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Answers some requests as it should, but not before it is closed. */
public final class HoldsBack implements Quirk, AutoCloseable {

    private final Predicate<Call> which;
    private final CountDownLatch goesOn = new CountDownLatch(1);

    public HoldsBack(Predicate<Call> which) {
        this.which = which;
    }

    @Override
    public Optional<Reply> instead(Call call) {
        if (which.test(call)) {
            try {
                goesOn.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        goesOn.countDown();
    }
}
