package org.multicloudmirror.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** Keeps what each run came to in the file that {@code mirror history} reads. */
public final class History {

    private final HistoryFile file;
    private final boolean isKept;

    public History(Settings settings) {
        this.file = file(settings);
        this.isKept = settings.number(Setting.HISTORY) > 0;
    }

    /** The history's file as the settings have it. */
    public static HistoryFile file(Settings settings) {
        String named = settings.text(Setting.STATE_DIR);
        Path directory = named.isEmpty() ? usual(System.getenv()) : Path.of(named);
        return new HistoryFile(directory, Math.max(1, settings.number(Setting.HISTORY)));
    }

    /** Writes a report's runs down. */
    public void record(Delivery delivery) throws IOException {
        if (isKept) {
            file.append(
                    delivery.report().summaries().stream().map(HistoryEntry::of).toList());
        }
    }

    /** As the XDG base directory specification has it: what is not absolute does not count. */
    static Path usual(Map<String, String> environment) {
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        Path home = Path.of(environment.getOrDefault("HOME", ""));
        Path base = home.isAbsolute() ? home : Path.of(System.getProperty("user.home"));
        return (state.isAbsolute() ? state : base.resolve(".local").resolve("state")).resolve("multi-cloud-mirror");
    }
}
