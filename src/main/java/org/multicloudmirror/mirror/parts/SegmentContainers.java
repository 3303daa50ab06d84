package org.multicloudmirror.mirror.parts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.Runs;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.RejectedException;

/** The containers that hold the parts of other containers' objects: their content is mirrored with those objects. */
public final class SegmentContainers {

    /** What Swift's own clients, and ours, append; and what its S3 door does. */
    private static final Pattern NAME = Pattern.compile("(.+)[_+]segments");

    private final Runs runs;
    private final boolean isAllowed;

    /**
     * @param isAllowed whether they may be mirrored as content all the same
     */
    public SegmentContainers(Runs runs, boolean isAllowed) {
        this.runs = runs;
        this.isAllowed = isAllowed;
    }

    /**
     * Looks at the source of a run.
     *
     * @throws RejectedException when it holds parts
     */
    public void check(String runId) {
        Run run = runs.byId(runId);
        Location source = run.scenario().source();
        Matcher name = NAME.matcher(source.bucket());
        Optional<String> base = name.matches() ? Optional.of(name.group(1)) : Optional.empty();
        if (!isAllowed && base.isPresent() && run.source().bucketExists(base.get())) {
            String whole = source.store() + "://" + base.get();
            throw new RejectedException("the source " + source.store() + "://" + source.bucket()
                    + " holds the parts of large objects in " + whole + ", which are mirrored with them; write " + whole
                    + ", or add --segments");
        }
    }
}
