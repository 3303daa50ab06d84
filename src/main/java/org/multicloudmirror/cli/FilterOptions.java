package org.multicloudmirror.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.SettingsLoader;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code --include} and {@code --exclude}, which make one list: their order among each other counts. */
final class FilterOptions implements IParameterConsumer {

    private static final String INCLUDE = "--include";
    private static final String EXCLUDE = "--exclude";

    private final List<String> rules = new ArrayList<>();

    private FilterOptions() {}

    static void addTo(CommandSpec command) {
        FilterOptions both = new FilterOptions();
        command.addOption(
                option(INCLUDE, "copy what matches; repeatable, with --exclude the first that matches decides", both));
        command.addOption(option(EXCLUDE, "skip what matches, and never delete it at the destination", both));
    }

    /** The rules that were given, as {@link Setting#FILTERS} has them. */
    static Optional<String> given(CommandSpec command) {
        OptionSpec include = command.findOption(INCLUDE);
        OptionSpec exclude = command.findOption(EXCLUDE);
        if (include == null || exclude == null) {
            return Optional.empty();
        }
        Object given = include.getValue() == null ? exclude.getValue() : include.getValue();
        return Optional.ofNullable(given).map(Object::toString);
    }

    @Override
    public void consumeParameters(Stack<String> args, ArgSpec argument, CommandSpec command) {
        String name = ((OptionSpec) argument).longestName();
        if (args.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "Missing required parameter for option '" + name + "' (GLOB)");
        }
        String glob = args.pop();
        if (glob.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    String.valueOf(SettingsLoader.empty(name).getMessage()));
        }
        if (glob.indexOf('\n') >= 0) {
            throw new ParameterException(command.commandLine(), name + " takes no line break; write ? in its place");
        }
        rules.add((name.equals(INCLUDE) ? "+ " : "- ") + glob);
        String all = String.join("\n", rules);
        command.findOption(INCLUDE).setValue(all);
        command.findOption(EXCLUDE).setValue(all);
    }

    private static OptionSpec option(String name, String description, FilterOptions both) {
        return OptionSpec.builder(name)
                .paramLabel("GLOB")
                .type(String.class)
                .arity("1")
                .parameterConsumer(both)
                .description(description)
                .build();
    }
}
