package org.multicloudmirror.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/** The help's list of options, a heading for each group; a few options need none. */
final class GroupedOptions implements IHelpSectionRenderer {

    private static final int FEW = 8;

    @Override
    public String render(Help help) {
        List<OptionSpec> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (OptionGroup group : OptionGroup.values()) {
            List<OptionSpec> options = group.of(help.commandSpec());
            all.addAll(options);
            if (!options.isEmpty()) {
                text.append(System.lineSeparator())
                        .append(group.heading())
                        .append(':')
                        .append(System.lineSeparator())
                        .append(list(help, options));
            }
        }
        return all.size() > FEW ? text.toString() : list(help, all);
    }

    private static String list(Help help, List<OptionSpec> options) {
        Layout layout = help.createDefaultLayout(
                help.commandSpec().options(), help.commandSpec().positionalParameters(), help.colorScheme());
        layout.addAllOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }
}
