package org.multicloudmirror.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.Callable;
import org.multicloudmirror.browse.Listing;
import org.multicloudmirror.browse.ObjectSum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts objects and their bytes. */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        description = "Counts the objects below a prefix and their bytes, as the listing tells them.")
final class SizeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PLACE", description = "STORE://bucket[/prefix]")
    private String place = "";

    @Override
    public Integer call() {
        return Looking.at(place, spec.commandLine(), (at, out) -> {
            Looking.requireBucket(at);
            ObjectSum sum = new ObjectSum();
            Listing.all(at, sum);
            out.write((sum + "\n").getBytes(UTF_8));
        });
    }
}
