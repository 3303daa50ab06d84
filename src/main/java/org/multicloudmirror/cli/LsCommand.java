package org.multicloudmirror.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.multicloudmirror.browse.Listing;
import org.multicloudmirror.browse.ListingLines;
import org.multicloudmirror.browse.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what a store holds. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        description = "Lists a store's buckets, or the objects below a prefix and the prefixes of those further below.")
final class LsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-r", "--recursive"},
            description = "all objects, however far below")
    private boolean isRecursive;

    @Option(
            names = {"-l", "--long"},
            description = "with size in bytes, time of modification in UTC, and ETag")
    private boolean isLong;

    @Option(
            names = "--print0",
            description = "for machines: keys byte for byte, each line ended by a zero byte; else control characters in"
                    + " keys are escaped")
    private boolean isRaw;

    @Parameters(paramLabel = "PLACE", description = "STORE:// or STORE://bucket[/prefix]")
    private String place = "";

    @Override
    public Integer call() {
        return Looking.at(place, spec.commandLine(), this::list);
    }

    private void list(Place at, OutputStream out) throws IOException {
        ListingLines lines = new ListingLines(out, isLong, isRaw);
        if (at.bucket().isEmpty()) {
            for (String bucket : at.store().buckets()) {
                lines.name(bucket);
            }
        } else if (isRecursive) {
            Listing.all(at, lines);
        } else {
            Listing.level(at, lines);
        }
    }
}
