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

        CommandLine serve = new CommandLine(new ServeCommand());
        SettingOptions.addTo(serve.getCommandSpec(), EnumSet.of(Setting.REPORT, Setting.DRY_RUN, Setting.WAIT));

        CommandLine validate = new CommandLine(new ValidateCommand());
        SettingOptions.addOnly(
                validate.getCommandSpec(),
                EnumSet.of(
                        Setting.SCENARIOS,
                        Setting.DELETE,
                        Setting.SEGMENTS,
                        Setting.NO_CREATE,
                        Setting.DEBUG,
                        Setting.QUIET,
                        Setting.JSON_LOG));

        CommandLine check = new CommandLine(new CheckCommand());
        SettingOptions.addOnly(
                check.getCommandSpec(),
                EnumSet.of(
                        Setting.PROCESS,
                        Setting.MAXSIZE,
                        Setting.COMPARE,
                        Setting.BANDWIDTH,
                        Setting.REQUESTS_PER_SECOND,
                        Setting.FILTERS,
                        Setting.MIN_SIZE,
                        Setting.MIN_AGE,
                        Setting.MAX_AGE,
                        Setting.FILES_FROM,
                        Setting.BACKUP_PREFIX,
                        Setting.SEGMENTS,
                        Setting.REPORT,
                        Setting.DEBUG,
                        Setting.QUIET,
                        Setting.JSON_LOG));

        CommandLine history = new CommandLine(new HistoryCommand());
        SettingOptions.addOnly(history.getCommandSpec(), EnumSet.of(Setting.STATE_DIR));

        return mirror.addSubcommand(serve)
                .addSubcommand(validate)
                .addSubcommand(check)
                .addSubcommand(history)
                .addSubcommand(new CompletionCommand());
    }
}
