package org.multicloudmirror.cli;

import java.util.Locale;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** A switch that may have a value behind it, as {@code --debug} of the tool of 2011 had; a scenario is none. */
final class SwitchValue implements IParameterConsumer {

    private static final Set<String> OFF = Set.of("false", "0", "no", "off");
    private static final Set<String> ON = Set.of("true", "1", "yes", "on");

    @Override
    public void consumeParameters(Stack<String> args, ArgSpec argument, CommandSpec command) {
        String next = args.isEmpty() ? "" : args.peek().toLowerCase(Locale.ROOT);
        boolean isValue = OFF.contains(next) || ON.contains(next);
        argument.setValue(!isValue || ON.contains(args.pop().toLowerCase(Locale.ROOT)) ? "true" : "false");
    }
}
