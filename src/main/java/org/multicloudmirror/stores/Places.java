package org.multicloudmirror.stores;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where credentials may lie besides the settings.
 *
 * @param environment the variables
 * @param home what {@code ~} stands for
 * @param etc {@code /etc}
 */
public record Places(Map<String, String> environment, Path home, Path etc) {

    public Places {
        environment = Map.copyOf(environment);
    }

    /** This machine's; {@code HOME} counts before the user's entry in the password file, as it does for shells. */
    public static Places here() {
        Map<String, String> environment = System.getenv();
        String home = environment.getOrDefault("HOME", "");
        return new Places(
                environment, Path.of(home.isEmpty() ? System.getProperty("user.home") : home), Path.of("/etc"));
    }

    /** A variable without the white space around it, or an empty text. */
    String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** The file that a variable names, or else one in the home directory. */
    Path file(String variable, String inHome) {
        String named = variable(variable);
        return named.isEmpty() ? home.resolve(inHome) : Path.of(named.replaceFirst("^~(?=/)", home.toString()));
    }
}
