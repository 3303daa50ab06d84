package org.multicloudmirror.control;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.multicloudmirror.control.Answer.Result;
import org.multicloudmirror.settings.FileProblem;

/** Pauses scenarios and lets them go on, with a service or without one. */
public final class PauseOrders {

    private final Pauses pauses;
    private final KnownNames names;

    public PauseOrders(Pauses pauses, KnownNames names) {
        this.pauses = pauses;
        this.names = names;
    }

    /**
     * Pauses one, or all that there are.
     *
     * @param until {@link Pauses#UNTIL_RESUMED} for no end
     */
    public Answer pause(Optional<String> name, Instant until) {
        if (name.isPresent() && !names.has(name.get())) {
            return names.unknown(name.get());
        }
        List<String> these = name.map(List::of).orElse(names.all());
        try {
            for (String each : these) {
                pauses.pause(each, until);
            }
        } catch (IOException e) {
            return failed(e);
        }
        return Answer.done(said(
                these,
                "paused"
                        + (until.equals(Pauses.UNTIL_RESUMED)
                                ? ""
                                : " until " + LocalTimes.text(until, ZoneId.systemDefault()))));
    }

    /** Lets one go on, or all; also one that has left the file. */
    public Answer resume(Optional<String> name) {
        List<String> resumed = new ArrayList<>();
        try {
            TreeSet<String> paused = new TreeSet<>(pauses.all().keySet());
            if (name.isPresent() && !names.has(name.get()) && !paused.contains(name.get())) {
                return names.unknown(name.get());
            }
            for (String each : name.map(List::of).orElse(List.copyOf(paused))) {
                if (pauses.resume(each)) {
                    resumed.add(each);
                }
            }
        } catch (IOException e) {
            return failed(e);
        }
        return Answer.done(
                resumed.isEmpty()
                        ? name.map(each -> each + " was not paused").orElse("nothing was paused")
                        : said(resumed, "resumed"));
    }

    private static String said(List<String> names, String what) {
        return names.isEmpty() ? "there is no scenario yet" : what + ": " + String.join(", ", names);
    }

    private Answer failed(IOException failure) {
        Path directory = pauses.directory();
        String remedy = failure instanceof AccessDeniedException
                ? Owner.remedy(directory)
                : "do this again when it can, or give the service another by mirror.state-dir";
        return Answer.of(
                Result.FAILED,
                "the state directory " + directory + " cannot be written (" + FileProblem.words(failure) + "); "
                        + remedy);
    }
}
