package org.multicloudmirror.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multicloudmirror.app.Home;
import org.multicloudmirror.app.lib.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a component of Camel into {@code lib/}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        usageHelpWidth = 100,
        description = {
            "Fetches a component of Camel, in the version of this program, and what it needs into lib/, by Maven.",
            "Without Maven it prints the pom.xml to fetch them with elsewhere."
        })
final class AddCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "COMPONENT", description = "such as camel-slack, or any group:artifact:version")
    private String component = "";

    @Override
    public Integer call() {
        Library library = new Library(Home.find());
        Optional<List<Path>> added = library.add(component, System.getenv().getOrDefault("PATH", ""));
        PrintWriter out = spec.commandLine().getOut();
        if (added.isEmpty()) {
            out.print(library.pom(component));
            out.flush();
            spec.commandLine()
                    .getErr()
                    .println("multi-cloud-mirror: there is no Maven here; run " + Library.command()
                            + " with this pom.xml where there is one, and copy lib/ to " + library.directory());
            return ExitCode.COULD_NOT_RUN;
        }
        if (added.get().isEmpty()) {
            out.println(library.directory() + " has all of it already");
        }
        added.get().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}
