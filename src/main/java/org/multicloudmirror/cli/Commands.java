package org.multicloudmirror.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.multicloudmirror.settings.Setting;
import picocli.CommandLine;

/** The command and its subcommands, with their options. */
final class Commands {

    /** By their names, in the order in which they are listed. */
    private static final Map<String, Supplier<CommandLine>> SUBCOMMANDS = new LinkedHashMap<>();

    /** What is about the others as well. */
    private static final Set<String> ABOUT_ALL = Set.of("--help", "-h", "completion");

    static {
        SUBCOMMANDS.put("serve", Commands::serve);
        SUBCOMMANDS.put("validate", Commands::validate);
        SUBCOMMANDS.put("check", Commands::check);
        SUBCOMMANDS.put("history", Commands::history);
        SUBCOMMANDS.put("routes", Commands::routes);
        SUBCOMMANDS.put("add", () -> new CommandLine(new AddCommand()));
        SUBCOMMANDS.put("completion", () -> new CommandLine(new CompletionCommand()));
    }

    private Commands() {}

    static CommandLine all() {
        CommandLine mirror = mirror();
        SUBCOMMANDS.forEach((name, made) -> mirror.addSubcommand(name, made.get()));
        return mirror;
    }

    /** Those that these arguments can be for: to make one costs some 20 ms of each start. */
    static CommandLine of(String... arguments) {
        List<String> given = List.of(arguments);
        // picocli takes @FILE for the arguments that are in the file
        if (given.isEmpty() || given.stream().anyMatch(each -> ABOUT_ALL.contains(each) || each.startsWith("@"))) {
            return all();
        }
        CommandLine mirror = mirror();
        SUBCOMMANDS.forEach((name, made) -> {
            if (given.contains(name)) {
                mirror.addSubcommand(name, made.get());
            }
        });
        return mirror;
    }

    private static CommandLine mirror() {
        CommandLine mirror = new CommandLine(new MirrorCommand());
        SettingOptions.addTo(mirror.getCommandSpec(), EnumSet.of(Setting.SCENARIOS));
        return mirror;
    }

    private static CommandLine serve() {
        CommandLine serve = new CommandLine(new ServeCommand());
        SettingOptions.addTo(serve.getCommandSpec(), EnumSet.of(Setting.REPORT, Setting.DRY_RUN, Setting.WAIT));
        return serve;
    }

    private static CommandLine validate() {
        CommandLine validate = new CommandLine(new ValidateCommand());
        SettingOptions.addOnly(
                validate.getCommandSpec(),
                EnumSet.of(
                        Setting.SCENARIOS,
                        Setting.ROUTES,
                        Setting.DELETE,
                        Setting.SEGMENTS,
                        Setting.NO_CREATE,
                        Setting.DEBUG,
                        Setting.QUIET,
                        Setting.JSON_LOG));
        return validate;
    }

    private static CommandLine check() {
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
                        Setting.ROUTES,
                        Setting.REPORT,
                        Setting.DEBUG,
                        Setting.QUIET,
                        Setting.JSON_LOG));
        return check;
    }

    private static CommandLine routes() {
        CommandLine routes = new CommandLine(new RoutesCommand());
        SettingOptions.addOnly(routes.getCommandSpec(), EnumSet.of(Setting.ROUTES));
        return routes;
    }

    private static CommandLine history() {
        CommandLine history = new CommandLine(new HistoryCommand());
        SettingOptions.addOnly(history.getCommandSpec(), EnumSet.of(Setting.STATE_DIR));
        return history;
    }
}
