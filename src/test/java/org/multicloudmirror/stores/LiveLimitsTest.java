package org.multicloudmirror.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.RateLimiter;
import org.multicloudmirror.testing.Logged;

class LiveLimitsTest {

    private final Path file;
    private final Limits limits = new Limits(new RateLimiter(50 << 20), new RateLimiter(0));
    private final LiveLimits live;
    private final Logged log = Logged.of(LiveLimits.class);

    LiveLimitsTest(@TempDir Path directory) throws IOException {
        file = Files.writeString(directory.resolve("my.properties"), "");
        Settings settings = new SettingsLoader()
                .file(file)
                .option("--bandwidth", Setting.BANDWIDTH, "50M")
                .load();
        live = new LiveLimits(settings, limits);
        live.look();
    }

    @AfterEach
    void close() {
        live.close();
        log.close();
    }

    @Test
    void changesWhatIsWrittenIntoTheFile() throws IOException {
        Files.writeString(file, "mirror.bandwidth=1M\nmirror.requests-per-second=7\n");

        live.look();
        assertThat(limits.bandwidth().perSecond()).as("seen once").isEqualTo(50 << 20);
        live.look();

        assertThat(limits.bandwidth().perSecond()).isEqualTo(1 << 20);
        assertThat(limits.requests().perSecond()).isEqualTo(7);
        assertThat(log.lines())
                .containsExactly(
                        "INFO the limits have changed: mirror.bandwidth is 1M," + " mirror.requests-per-second is 7");
    }

    @Test
    void liftsALimit() throws IOException {
        Files.writeString(file, "mirror.bandwidth=off\n");

        live.look();
        live.look();

        assertThat(limits.bandwidth().isLimited()).isFalse();
    }

    @Test
    void saysNothingWhileNothingChanges() {
        live.look();
        live.look();

        assertThat(limits.bandwidth().perSecond()).isEqualTo(50 << 20);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void tellsAMistakeOnceAndChangesNothing() throws IOException {
        Files.writeString(file, "mirror.bandwidth=fast\n");

        live.look();
        live.look();

        assertThat(limits.bandwidth().perSecond()).isEqualTo(50 << 20);
        assertThat(log.lines())
                .containsExactly("ERROR mirror.bandwidth (from " + file + ") is \"fast\"; write a size from 1K up that"
                        + " may pass in a second, such as 500K or 50M, or off; the limits stay as they are");
    }
}
