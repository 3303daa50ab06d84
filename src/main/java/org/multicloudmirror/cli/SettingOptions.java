package org.multicloudmirror.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.multicloudmirror.settings.CommandOption;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.SettingKind;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of a command that are settings, made from the list of settings, and {@code --config}. */
final class SettingOptions {

    private static final String CONFIG = "--config";

    private SettingOptions() {}

    /** Gives a command the options of all settings that have one, but for some. */
    static void addTo(CommandSpec command, Set<Setting> without) {
        command.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description("a properties file; repeatable, later ones win")
                .build());
        for (Setting setting : Setting.values()) {
            if (!without.contains(setting)) {
                if (setting == Setting.FILTERS) {
                    FilterOptions.addTo(command);
                }
                setting.option().map(option -> spec(setting, option)).ifPresent(command::addOption);
            }
        }
    }

    /** Gives a command the options of a few settings. */
    static void addOnly(CommandSpec command, Set<Setting> these) {
        addTo(
                command,
                Arrays.stream(Setting.values())
                        .filter(setting -> !these.contains(setting))
                        .collect(Collectors.toSet()));
    }

    /**
     * The properties files that were named.
     *
     * @throws InvalidSettingException when one has no name
     */
    static List<Path> configs(ParseResult parsed) {
        List<Path> named = parsed.matchedOptionValue(CONFIG, List.of());
        if (named.contains(Path.of(""))) {
            throw SettingsLoader.empty(CONFIG);
        }
        return named;
    }

    /** An option that was given. */
    private record Given(String name, Setting setting, String text) {}

    /** Lays the options that were given over what is loaded. */
    static void load(ParseResult parsed, SettingsLoader loader) {
        given(parsed).forEach(option -> loader.option(option.name(), option.setting(), option.text()));
    }

    /** Lays the options that were given over the settings of a run that has some of its own. */
    static Settings over(Settings own, ParseResult parsed) {
        Settings over = own;
        for (Given option : given(parsed)) {
            over = over.isOfRun(option.setting()) ? over.with(option.setting(), option.text(), option.name()) : over;
        }
        return over;
    }

    private static List<Given> given(ParseResult parsed) {
        List<Given> given = new ArrayList<>();
        FilterOptions.given(parsed.commandSpec())
                .ifPresent(rules -> given.add(new Given("the command line", Setting.FILTERS, rules)));
        for (Setting setting : Setting.values()) {
            setting.option().map(CommandOption::name).ifPresent(name -> {
                OptionSpec option = parsed.commandSpec().findOption(name);
                // what a parameter consumer took does not count as matched
                Object value = option == null ? null : option.getValue();
                if (value != null) {
                    given.add(new Given(name, setting, value.toString()));
                }
            });
        }
        return given;
    }

    private static OptionSpec spec(Setting setting, CommandOption option) {
        String[] names = option.letter().isEmpty()
                ? new String[] {option.name()}
                : new String[] {option.letter(), option.name()};
        OptionSpec.Builder builder = OptionSpec.builder(names)
                .paramLabel(option.value())
                .description((setting.description() + shownDefault(setting)).replace("%", "%%"));
        if (setting.kind() instanceof SettingKind.Choice choice) {
            builder.completionCandidates(choice.words());
        }
        if (!(setting.kind() instanceof SettingKind.Switch)) {
            return builder.type(String.class).build();
        }
        return option.value().isEmpty()
                ? builder.type(Boolean.class).arity("0").build()
                : builder.type(String.class)
                        .arity("0..1")
                        .completionCandidates(List.of("true", "false"))
                        .parameterConsumer(new SwitchValue())
                        .build();
    }

    private static String shownDefault(Setting setting) {
        boolean isPlain = setting.defaultValue().isEmpty() || setting.kind() instanceof SettingKind.Switch;
        return isPlain ? "" : " (default: " + setting.defaultValue() + ")";
    }
}
