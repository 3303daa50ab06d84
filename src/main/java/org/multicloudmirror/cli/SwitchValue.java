package org.multicloudmirror.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import org.multicloudmirror.settings.CommandOption;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.SettingKind;
import org.multicloudmirror.storage.Keys;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** A switch that may have a value behind it, as {@code --debug} of the tool of 2011 had; a scenario is none. */
final class SwitchValue implements IParameterConsumer {

    private static final Set<String> OFF = Set.of("false", "0", "no", "off");
    private static final Set<String> ON = Set.of("true", "1", "yes", "on");

    /** Of the first switch with something else behind its "="; picocli would take that for a scenario. */
    static Optional<String> complaint(String[] args) {
        for (String arg : args) {
            if (arg.equals("--")) {
                break;
            }
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            if (equals > 0
                    && isSwitch(arg.substring(0, equals))
                    && !isValue(arg.substring(equals + 1).toLowerCase(Locale.ROOT))) {
                return Optional.of(arg.substring(0, equals) + " is \"" + Keys.printable(arg.substring(equals + 1))
                        + "\"; write true or false, or leave the value out");
            }
        }
        return Optional.empty();
    }

    private static boolean isSwitch(String option) {
        for (Setting setting : Setting.values()) {
            CommandOption known = setting.option().orElse(null);
            if (known != null
                    && known.name().equals(option)
                    && setting.kind() instanceof SettingKind.Switch
                    && !known.value().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isValue(String text) {
        return OFF.contains(text) || ON.contains(text);
    }

    @Override
    public void consumeParameters(Stack<String> args, ArgSpec argument, CommandSpec command) {
        String next = args.isEmpty() ? "" : args.peek().toLowerCase(Locale.ROOT);
        argument.setValue(!isValue(next) || ON.contains(args.pop().toLowerCase(Locale.ROOT)) ? "true" : "false");
    }
}
