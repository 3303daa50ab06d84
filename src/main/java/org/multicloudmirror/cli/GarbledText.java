package org.multicloudmirror.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What Java could not read of the command line: under a POSIX locale it takes everything but ASCII for U+FFFD. */
final class GarbledText {

    private static final String REMEDY = "; run it with LC_ALL=C.UTF-8, or by the launcher, which sees to it";

    private GarbledText() {}

    /**
     * Why nothing can be run, if anything is garbled.
     *
     * @param encoding that of the locale
     */
    static Optional<String> complaint(String[] arguments, Map<String, String> environment, String encoding) {
        if (encoding.equals(StandardCharsets.UTF_8.name())) {
            return Optional.empty(); // then it is what was written
        }
        for (String argument : arguments) {
            if (isGarbled(argument)) {
                return Optional.of("\"" + argument + "\" cannot be read in this locale" + REMEDY);
            }
        }
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("MIRROR_") && isGarbled(variable.getValue()))
                .findFirst()
                .map(variable ->
                        "the environment variable " + variable.getKey() + " cannot be read in this locale" + REMEDY);
    }

    private static boolean isGarbled(String text) {
        return text.indexOf('\ufffd') >= 0;
    }
}
