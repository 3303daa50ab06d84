package org.multicloudmirror.settings;

import java.nio.file.Path;
import java.util.Map;

/** Where what outlives a run is kept: the history, and the uploads that are under way. */
public final class StateDirectory {

    private StateDirectory() {}

    /** The directory as the settings have it; it may be missing yet. */
    public static Path of(Settings settings) {
        String named = settings.text(Setting.STATE_DIR);
        return named.isEmpty() ? usual(System.getenv()) : Path.of(named);
    }

    /** As the XDG base directory specification has it: what is not absolute does not count. */
    static Path usual(Map<String, String> environment) {
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        Path home = Path.of(environment.getOrDefault("HOME", ""));
        Path base = home.isAbsolute() ? home : Path.of(System.getProperty("user.home"));
        return (state.isAbsolute() ? state : base.resolve(".local").resolve("state")).resolve("multi-cloud-mirror");
    }
}
