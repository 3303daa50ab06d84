package org.multicloudmirror.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Progress;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;

class ProgressLineTest {

    private final Progress progress = new Progress();

    @Test
    void tellsTheRecentRate() {
        progress.addListed(1200);
        progress.addBytes(3_000_000);

        assertThat(line(Limits.none())).isEqualTo("1,200 listed, 0 of 0+ done, 1.5 MB/s, 0 failed");
    }

    @Test
    void tellsWhatLimitsIt() {
        progress.addBytes(2_000_000);

        assertThat(line(new Limits(new RateLimiter(1_000_000), new RateLimiter(1500))))
                .isEqualTo("0 listed, 0 of 0+ done, 1.0 MB/s (limit 1.0 MB/s), limit 1,500 requests/s, 0 failed");
    }

    private String line(Limits limits) {
        return new ProgressLine(progress, limits).next(Duration.ofSeconds(2));
    }
}
