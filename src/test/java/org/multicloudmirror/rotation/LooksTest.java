package org.multicloudmirror.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.testing.Logged;

class LooksTest {

    @Test
    void oneThatFailsIsToldOnceAndTheNextOneComes() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        try (Logged log = Logged.of(Looks.class);
                Looks looks = new Looks("scenarios")) {
            looks.start(() -> {
                three.countDown();
                throw new NoClassDefFoundError("odd");
            });

            assertThat(three.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(log.lines())
                    .containsExactly("ERROR the look at the scenarios failed; it is tried again each second");
        }
    }
}
