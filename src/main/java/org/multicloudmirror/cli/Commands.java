package org.multicloudmirror.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.multicloudmirror.settings.Setting;
import picocli.CommandLine;

/** The command and its subcommands, with their options. */
final class Commands {

    private static final int HELP_WIDTH = 80;

    /** In the order in which they are listed. */
    private static final Set<String> NAMES = new LinkedHashSet<>(List.of(
            "serve",
            "run",
            "validate",
            "check",
            "history",
            "status",
            "trigger",
            "pause",
            "resume",
            "cancel",
            "ls",
            "size",
            "cat",
            "routes",
            "add",
            "completion"));

    /** What is about the others as well. */
    private static final Set<String> ABOUT_ALL = Set.of("--help", "-h", "completion");

    private Commands() {}

    static CommandLine all() {
        CommandLine mirror = mirror();
        NAMES.forEach(name -> mirror.addSubcommand(name, subcommand(name)));
        mirror.setUsageHelpWidth(HELP_WIDTH);
        grouped(mirror);
        mirror.getSubcommands().values().forEach(Commands::grouped);
        return mirror;
    }

    private static void grouped(CommandLine command) {
        command.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, new GroupedOptions());
    }

    /** The names of the subcommands. */
    static Set<String> names() {
        return Collections.unmodifiableSet(NAMES);
    }

    /**
     * Those that these arguments can be for: to make one costs some 20 ms of each start. A command is the first of them;
     * what is behind an option is its value.
     */
    static CommandLine of(String... arguments) {
        List<String> given = List.of(arguments);
        // picocli takes @FILE for the arguments that are in the file
        if (given.isEmpty() || given.stream().anyMatch(each -> ABOUT_ALL.contains(each) || each.startsWith("@"))) {
            return all();
        }
        CommandLine mirror = mirror();
        if (NAMES.contains(given.get(0))) {
            mirror.addSubcommand(given.get(0), subcommand(given.get(0)));
        }
        return mirror;
    }

    private static CommandLine subcommand(String name) {
        return switch (name) {
            case "serve" -> serve();
            case "run" -> run();
            case "validate" -> validate();
            case "check" -> check();
            case "history" -> history();
            case "status" -> controlling(new StatusCommand());
            case "trigger" -> controlling(new TriggerCommand());
            case "pause" -> controlling(new PauseCommand());
            case "resume" -> controlling(new ResumeCommand());
            case "cancel" -> controlling(new CancelCommand());
            case "ls" -> looking(new LsCommand());
            case "size" -> looking(new SizeCommand());
            case "cat" -> looking(new CatCommand());
            case "routes" -> routes();
            case "add" -> new CommandLine(new AddCommand());
            case "completion" -> completion();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static CommandLine mirror() {
        CommandLine mirror = new CommandLine(new MirrorCommand());
        SettingOptions.addTo(mirror.getCommandSpec(), EnumSet.of(Setting.SCENARIOS));
        return mirror;
    }

    private static CommandLine serve() {
        CommandLine serve = new CommandLine(new ServeCommand());
        SettingOptions.addTo(
                serve.getCommandSpec(), EnumSet.of(Setting.REPORT, Setting.DRY_RUN, Setting.VERBOSE, Setting.WAIT));
        return serve;
    }

    private static CommandLine run() {
        CommandLine run = new CommandLine(new RunCommand());
        SettingOptions.addTo(run.getCommandSpec(), EnumSet.noneOf(Setting.class));
        return run;
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

    private static CommandLine looking(Object command) {
        CommandLine looking = new CommandLine(command);
        SettingOptions.addOnly(looking.getCommandSpec(), EnumSet.of(Setting.DEBUG));
        return looking;
    }

    private static CommandLine controlling(Object command) {
        CommandLine controlling = new CommandLine(command);
        SettingOptions.addOnly(
                controlling.getCommandSpec(),
                EnumSet.of(Setting.STATE_DIR, Setting.SCENARIOS, Setting.ROUTES, Setting.DEBUG));
        return controlling;
    }

    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new CompletionCommand());
        SettingOptions.addOnly(completion.getCommandSpec(), EnumSet.noneOf(Setting.class));
        return completion;
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
