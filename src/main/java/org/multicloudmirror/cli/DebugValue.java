package org.multicloudmirror.cli;

import java.util.Locale;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --debug} takes the value that the tool of 2011 wanted behind it, and no scenario for one. */
final class DebugValue implements IParameterConsumer {

    private static final Set<String> OFF = Set.of("false", "0", "no", "off");
    private static final Set<String> ON = Set.of("true", "1", "yes", "on");

    @Override
    public void consumeParameters(Stack<String> args, ArgSpec argument, CommandSpec command) {
        String next = args.isEmpty() ? "" : args.peek().toLowerCase(Locale.ROOT);
        boolean isValue = OFF.contains(next) || ON.contains(next);
        argument.setValue(!isValue || ON.contains(args.pop().toLowerCase(Locale.ROOT)));
    }
}
