package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** A command's page for {@code man}, in AsciiDoc. It changes the command into one that picocli's generator reads well. */
final class ManPage {

    private static final int FEW = 8;

    private final CommandSpec spec;

    ManPage(CommandLine command) {
        spec = command.getCommandSpec();
    }

    /** What the file is called, without its ending. */
    String name() {
        return spec.qualifiedName("-");
    }

    /** The page; the build adds version and date. */
    String text(List<String> seeAlso) {
        spec.versionProvider(null);
        String[] description = spec.usageMessage().description();
        spec.usageMessage().sortOptions(false).header(purpose(description[0])).description(literal(description));
        List<OptionSpec> options = List.copyOf(spec.options());
        List<PositionalParamSpec> parameters = List.copyOf(spec.positionalParameters());
        parameters.forEach(spec::remove);
        parameters.forEach(each -> spec.addPositional(PositionalParamSpec.builder(each)
                .description(literal(each.description()))
                .build()));
        if (options.size() > FEW) {
            group();
        } else {
            options.forEach(spec::remove);
            options.forEach(each -> spec.addOption(literal(each)));
        }
        StringWriter page = new StringWriter();
        ManPageGenerator.writeSingleManPage(new PrintWriter(page, true), spec);
        return page.toString()
                        .lines()
                        .filter(line -> !line.startsWith("// ") && !line.matches(":(revnumber|manmanual|mansource):.*"))
                        .map(line -> line.replaceAll("^xref:[^\\[]*\\[(.*)]::$", "$1::"))
                        .map(line -> line.replaceAll("^== +(.*?):?$", "== $1"))
                        .reduce("", (before, line) -> before + line + "\n")
                        .replaceAll("\n{3,}", "\n\n")
                        .strip()
                + "\n\n== See also\n\n*" + String.join("*(1), *", seeAlso) + "*(1)\n";
    }

    /** As short as whatis shows it: what comes first in the sentence. */
    private static String purpose(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
                + sentence.substring(1).split("[.,:;]( |$)| \\(", 2)[0].replace("%", "%%");
    }

    /** As the help does. */
    private void group() {
        for (OptionGroup group : OptionGroup.values()) {
            List<OptionSpec> options = group.of(spec);
            if (options.isEmpty()) {
                continue;
            }
            ArgGroupSpec.Builder section =
                    ArgGroupSpec.builder().heading(group.heading()).validate(false);
            options.forEach(option -> {
                spec.remove(option);
                section.addArg(literal(option));
            });
            spec.addArgGroup(section.build());
        }
    }

    private static OptionSpec literal(OptionSpec option) {
        return OptionSpec.builder(option)
                .description(literal(option.description()))
                .build();
    }

    /** No character of it is AsciiDoc. */
    private static String[] literal(String... lines) {
        return Arrays.stream(lines)
                .map(line -> "pass:c[" + line.replace("]", "\\]").replace("%", "%%") + "]")
                .toArray(String[]::new);
    }
}
