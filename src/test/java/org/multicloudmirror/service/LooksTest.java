package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Logged;

class LooksTest {

    /** Such as a class that a new version of the package has taken away. */
    @Test
    void oneThatFailsIsNotTheLast() {
        AtomicInteger looks = new AtomicInteger();
        try (Logged logged = Logged.of(Looks.class);
                Looks each = new Looks("scenarios")) {
            each.start(() -> {
                if (looks.incrementAndGet() == 1) {
                    throw new NoClassDefFoundError("it");
                }
            });

            await().until(() -> looks.get() == 2);

            assertThat(logged.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR looking at the scenarios failed; it is looked at again");
        }
    }
}
