package org.multicloudmirror.mirror.parts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.multicloudmirror.mirror.copy.OurMetadata;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLimits;

/** Which objects go in parts, and in which. */
final class PartPlanner {

    private static final PartPlan IN_ONE_PIECE = new PartPlan(List.of());

    private final PartSettings settings;
    private final StreamChoice stream;

    PartPlanner(PartSettings settings) {
        this.settings = settings;
        this.stream = new StreamChoice(settings.copies());
    }

    /** Whether an object is looked at closer, by what its listing tells. */
    boolean isCandidate(Copy copy) {
        ObjectEntry entry = copy.task().entry();
        CopyRun run = copy.run();
        return entry.etag().isAssembled() ? run.destination().largeObjects().isPresent() : isLarge(run, entry.size());
    }

    /** Whether an object of this size goes in parts, whatever it consists of. */
    boolean isLarge(CopyRun run, long size) {
        Optional<LargeObjects> destination = run.destination().largeObjects();
        return destination.isPresent()
                && (size >= settings.threshold()
                        || size
                                > destination
                                        .get()
                                        .limits(run.scenario().destination().bucket())
                                        .single());
    }

    /**
     * The plan of an object: the parts that it has, or that the source of this copy of ours had; others where the
     * destination does not take those and the object is large, unless one stream is better.
     */
    PartedCopy plan(Copy copy, ObjectInfo info) {
        CopyRun run = copy.run();
        CopyTask task = copy.task();
        PartLimits limits = run.destination()
                .largeObjects()
                .orElseThrow()
                .limits(task.destination().bucket());
        if (info.size() == 0 || limits.mostParts() < 2) {
            return new PartedCopy(copy, info, List.of(), IN_ONE_PIECE);
        }
        ObjectLocation where = task.source();
        List<Long> carried = carried(info);
        List<PartLayout> layouts = likely(run.source().layouts(where.bucket(), where.key(), info), carried);
        List<Long> present = !carried.isEmpty() || layouts.isEmpty()
                ? carried
                : layouts.get(0).sizes();
        boolean isLarge = isLarge(run, info.size());
        if ((!isLarge && present.size() < 2) || stream.isBetter(copy, info, layouts, carried, limits.single())) {
            return new PartedCopy(copy, info, layouts, IN_ONE_PIECE);
        }
        PartPlan plan = PartPlan.of(info.size(), present, limits, settings.partSize());
        boolean isKept = plan.sizes().equals(present);
        return new PartedCopy(copy, info, layouts, isLarge || isKept ? plan : IN_ONE_PIECE);
    }

    /** The parts that the source of this copy of ours had; none when it is no such copy. */
    private static List<Long> carried(ObjectInfo info) {
        List<Long> carried = OurMetadata.sourceParts(info);
        boolean isOfThis = carried.stream().mapToLong(Long::longValue).sum() == info.size();
        return isOfThis ? carried : List.of();
    }

    /** Where a store tells the number of parts only, those carried are likelier than any guess: mostly it has the same. */
    private static List<PartLayout> likely(List<PartLayout> layouts, List<Long> carried) {
        boolean isBetter = !layouts.isEmpty()
                && layouts.stream().allMatch(layout -> layout.basis() == Basis.GUESSED)
                && layouts.get(0).sizes().size() == carried.size()
                && layouts.stream().noneMatch(layout -> layout.sizes().equals(carried));
        if (!isBetter) {
            return layouts;
        }
        PartLayout better =
                PartLayout.ofSizes(carried, Basis.GUESSED, layouts.get(0).tag());
        return Stream.concat(Stream.of(better), layouts.stream()).toList();
    }
}
