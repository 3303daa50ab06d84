package org.multicloudmirror.cli;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the help shows together, the common first. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are
enum OptionGroup {
    COMMON("Common", "--config", "--dry-run", "--process", "--verbose", "--quiet", "--help", "--version"),
    WHAT(
            "What to mirror",
            "--include",
            "--exclude",
            "--min-size",
            "--maxsize",
            "--min-age",
            "--max-age",
            "--files-from",
            "--segments"),
    COMPARE("How to compare", "--compare", "--download"),
    DELETE(
            "Deleting, and keeping what would be lost",
            "--delete",
            "--max-delete",
            "--min-sync",
            "--allow-empty-source",
            "--backup-prefix"),
    WRITE("How to write", "--no-create", "--storage-class", "--multipart-threshold", "--tmpfile", "--lease"),
    SPEED(
            "Speed and limits",
            "--parts",
            "--listings",
            "--bandwidth",
            "--requests-per-second",
            "--max-duration",
            "--max-transfer",
            "--not-between",
            "--failures-in-a-row"),
    REPORT(
            "Reports, mail and webhooks",
            "--report",
            "--from",
            "--to",
            "--mail-when",
            "--subject",
            "--webhook",
            "--ping"),
    LOG("Logging", "--debug", "--json-log"),
    PROCESS("Runs on this machine", "--wait", "--lock-dir", "--grace", "--state-dir", "--routes", "--scenarios"),
    OTHER("Further");

    private final String heading;
    private final List<String> names;

    OptionGroup(String heading, String... names) {
        this.heading = heading;
        this.names = List.of(names);
    }

    String heading() {
        return heading;
    }

    /** The options of a command that it has, in their order. */
    List<OptionSpec> of(CommandSpec command) {
        if (this == OTHER) {
            return command.options().stream()
                    .filter(Predicate.not(OptionGroup::isGrouped))
                    .toList();
        }
        return names.stream()
                .map(command::findOption)
                .filter(option -> option != null)
                .toList();
    }

    private static boolean isGrouped(OptionSpec option) {
        for (OptionGroup group : values()) {
            if (group.names.contains(option.longestName())) {
                return true;
            }
        }
        return false;
    }
}
