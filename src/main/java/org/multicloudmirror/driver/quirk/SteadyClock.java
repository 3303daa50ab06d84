package org.multicloudmirror.driver.quirk;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that nobody sets: what happened later is later by it, however the machine's clock is put. */
public final class SteadyClock implements InstantSource {

    private final Instant began = Instant.now();
    private final long nanos = System.nanoTime();

    @Override
    public Instant instant() {
        return began.plusNanos(System.nanoTime() - nanos);
    }
}
