package org.multicloudmirror.cli;

import java.util.EnumSet;
import org.multicloudmirror.settings.Setting;
import picocli.CommandLine;

/** The command and its subcommands, with their options. */
final class Commands {

    private Commands() {}

    static CommandLine all() {
        CommandLine mirror = new CommandLine(new MirrorCommand());
        SettingOptions.addTo(mirror.getCommandSpec(), EnumSet.of(Setting.SCENARIOS));

        CommandLine history = new CommandLine(new HistoryCommand());
        SettingOptions.addOnly(history.getCommandSpec(), EnumSet.of(Setting.STATE_DIR));

        return mirror.addSubcommand(history).addSubcommand(new CompletionCommand());
    }
}
