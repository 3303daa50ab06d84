package org.multicloudmirror.mirror.parts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.multicloudmirror.mirror.CopyTask;
import org.multicloudmirror.mirror.Run;
import org.multicloudmirror.mirror.copy.OurMetadata;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLimits;

/** Which objects go in parts, and in which. */
final class PartPlanner {

    /** An S3 multipart object's tag, or a Swift manifest's. */
    private static final Pattern ASSEMBLED = Pattern.compile("[0-9a-f]{32}(-\\d{1,5})?");

    private static final PartPlan IN_ONE_PIECE = new PartPlan(List.of());

    private final PartSettings settings;

    PartPlanner(PartSettings settings) {
        this.settings = settings;
    }

    /** Whether an object is looked at closer, by what its listing tells. */
    boolean isCandidate(Run run, CopyTask task) {
        ObjectEntry entry = task.entry();
        boolean isAssembled =
                !entry.etag().isMd5() && ASSEMBLED.matcher(entry.etag().value()).matches();
        return isAssembled ? run.destination().largeObjects().isPresent() : isLarge(run, entry.size());
    }

    /** Whether an object of this size goes in parts, whatever it consists of. */
    boolean isLarge(Run run, long size) {
        Optional<LargeObjects> destination = run.destination().largeObjects();
        return destination.isPresent()
                && (size >= settings.threshold()
                        || size > destination.get().limits().single());
    }

    /**
     * The plan of an object: the parts that it has, or that the source of this copy of ours had; others where the
     * destination does not take those and the object is large.
     */
    PartedCopy plan(Run run, CopyTask task, ObjectInfo info) {
        PartLimits limits = run.destination().largeObjects().orElseThrow().limits();
        if (info.size() == 0 || limits.mostParts() < 2) {
            return new PartedCopy(task, info, List.of(), IN_ONE_PIECE);
        }
        ObjectLocation where = task.source();
        List<PartLayout> layouts = run.source().layouts(where.bucket(), where.key(), info);
        List<Long> present = present(info, layouts);
        boolean isLarge = isLarge(run, info.size());
        if (!isLarge && present.size() < 2) {
            return new PartedCopy(task, info, layouts, IN_ONE_PIECE);
        }
        PartPlan plan = PartPlan.of(info.size(), present, limits, settings.partSize());
        boolean isKept = plan.sizes().equals(present);
        return new PartedCopy(task, info, layouts, isLarge || isKept ? plan : IN_ONE_PIECE);
    }

    private static List<Long> present(ObjectInfo info, List<PartLayout> layouts) {
        List<Long> carried = OurMetadata.sourceParts(info);
        if (carried.stream().mapToLong(Long::longValue).sum() == info.size()) {
            return carried;
        }
        return layouts.isEmpty() ? List.of() : layouts.get(0).sizes();
    }
}
