package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.SettingsLoader;

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
}
