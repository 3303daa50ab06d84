package org.multicloudmirror.mirror.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MissingTest {

    private final AtomicLong now = new AtomicLong();
    private final Missing<String> missing = new Missing<>(Duration.ofSeconds(30), now::get);

    @Test
    void losesWhatIsMissedForSoLong() {
        assertThat(lookAt(0, "a")).isEmpty();
        assertThat(lookAt(1, "a")).isEmpty();
        assertThat(lookAt(29, "a", "b")).isEmpty();
        assertThat(lookAt(30, "a", "b")).containsExactly("a");
    }

    @Test
    void losesNothingThatWasSeenMeanwhile() {
        assertThat(lookAt(0, "a")).isEmpty();
        assertThat(lookAt(20)).isEmpty();
        assertThat(lookAt(40, "a")).isEmpty();
        assertThat(lookAt(69, "a")).isEmpty();
        assertThat(lookAt(70, "a")).containsExactly("a");
    }

    @Test
    void tellsItAgainAfterAsLongOnly() {
        lookAt(0, "a");

        assertThat(lookAt(30, "a")).containsExactly("a");
        assertThat(lookAt(31, "a")).isEmpty();
        assertThat(lookAt(59, "a")).isEmpty();
        assertThat(lookAt(60, "a")).containsExactly("a");
    }

    private List<String> lookAt(long seconds, String... missed) {
        now.set(Duration.ofSeconds(seconds).toNanos());
        return missing.look(List.of(missed));
    }
}
