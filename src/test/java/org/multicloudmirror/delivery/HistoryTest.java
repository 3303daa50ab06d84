package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.settings.StateDirectory;

/** Where the history is. */
class HistoryTest {

    @Test
    void isWhereItIsSet(@TempDir Path directory) {
        assertThat(History.file(new SettingsLoader()
                                .environment(Map.of("MIRROR_STATE_DIR", directory.toString()))
                                .load())
                        .path())
                .isEqualTo(directory.resolve("history.jsonl"));
    }

    @Test
    void isAmongTheUsersStateOtherwise() {
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe")))
                .hasToString("/home/joe/.local/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe", "XDG_STATE_HOME", "/var/state")))
                .hasToString("/var/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of()))
                .hasToString(System.getProperty("user.home") + "/.local/state/multi-cloud-mirror");
    }

    /** The specification has what is empty as not set, and what is relative as invalid and to be ignored. */
    @Test
    void ignoresAPlaceThatIsEmptyOrRelative() {
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe", "XDG_STATE_HOME", "")))
                .hasToString("/home/joe/.local/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe", "XDG_STATE_HOME", "state")))
                .hasToString("/home/joe/.local/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of("HOME", "")))
                .hasToString(System.getProperty("user.home") + "/.local/state/multi-cloud-mirror");
    }
}
