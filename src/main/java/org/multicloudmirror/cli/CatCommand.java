package org.multicloudmirror.cli;

import java.util.concurrent.Callable;
import org.multicloudmirror.browse.ObjectBytes;
import org.multicloudmirror.settings.InvalidSettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one object. */
@Command(
        name = "cat",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        description =
                "Writes an object's bytes to stdout as they are stored. They are compared with its length, and with its"
                        + " MD5 where its ETag tells it: exit code 0 means that all came, and unchanged.")
final class CatCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "OBJECT", description = "STORE://bucket/key")
    private String object = "";

    @Override
    public Integer call() {
        return Looking.at(object, spec.commandLine(), (place, out) -> {
            Looking.requireBucket(place);
            if (place.path().isEmpty()) {
                throw new InvalidSettingException("\"" + object + "\" names no object; write it as s3://bucket/key");
            }
            ObjectBytes.write(place, out);
        });
    }
}
