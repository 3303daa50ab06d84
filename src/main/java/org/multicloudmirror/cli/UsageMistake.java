package org.multicloudmirror.cli;

import org.multicloudmirror.spelling.Closest;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is told of a command line that cannot be read. */
final class UsageMistake {

    private UsageMistake() {}

    static String line(ParameterException failure) {
        return "multi-cloud-mirror: " + failure.getMessage() + meant(failure)
                + "; multi-cloud-mirror --help lists the options";
    }

    private static String meant(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unknown) || !unknown.isUnknownOption()) {
            return "";
        }
        String option = unknown.getUnmatched().get(0);
        int value = option.indexOf('=');
        return Closest.question(
                value < 0 ? option : option.substring(0, value),
                failure.getCommandLine().getCommandSpec().optionsMap().keySet());
    }
}
