package org.multicloudmirror.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.multicloudmirror.spelling.Closest;

/** A variable of the environment that looks like a setting and is none: others may have set it, so that it is warned of. */
final class UnknownVariable {

    private static final String START = "MIRROR_";

    /** Those of the launcher and of the tests, beside the settings' own. */
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("MIRROR_HOME", "MIRROR_JAVA_OPTS", "MIRROR_TEST_SERVERS", "MIRROR_TEST_AZURITE"),
                    Arrays.stream(Setting.values()).map(Setting::variable))
            .collect(Collectors.toUnmodifiableSet());

    private UnknownVariable() {}

    /** A line for the user; empty for one that is known, or has nothing to do with this program. */
    static Optional<String> warning(String variable) {
        return variable.startsWith(START) && !KNOWN.contains(variable)
                ? Optional.of("the environment variable " + variable + " is no setting"
                        + Closest.question(variable, KNOWN) + "; it is ignored")
                : Optional.empty();
    }
}
