package org.multicloudmirror.mirror.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.SourceChangedException;

/** Copies that a destination makes of its own large objects, part by part: no byte comes here. */
public final class ServerParts {

    private final OrphanedUploads orphaned;
    private final PartSettings settings;

    public ServerParts(OrphanedUploads orphaned, PartSettings settings) {
        this.orphaned = orphaned;
        this.settings = settings;
    }

    /**
     * Copies an object of a run's destination to another key of its bucket, with all its metadata, in the parts that it
     * has. What a failure leaves is removed.
     *
     * @param info as its own headers tell it
     * @return false when it is for one request, or the server copies no parts
     * @throws CorruptCopyException when the copy is another one
     * @throws SourceChangedException when the object is another one by now
     */
    public boolean copy(CopyRun run, ObjectLocation object, ObjectInfo info, String to) {
        ObjectStore store = run.destination();
        Optional<LargeObjects> large = store.largeObjects();
        if (large.isEmpty() || !store.copiesFrom(store) || info.size() == 0) {
            return false;
        }
        PartLimits limits = large.get().limits(object.bucket());
        List<PartLayout> layouts =
                info.etag().isAssembled() ? store.layouts(object.bucket(), object.key(), info) : List.of();
        List<Long> present = layouts.isEmpty() ? List.of() : layouts.get(0).sizes();
        if (limits.mostParts() < 2 || (present.size() < 2 && info.size() <= limits.single())) {
            return false;
        }
        PartPlan plan = PartPlan.of(info.size(), present, limits, settings.partSize());
        // its own tag, where it is put together from the same parts
        boolean isProven = plan.sizes().equals(present) && layouts.get(0).basis() == Basis.TOLD;
        PartedUpload upload = settings.retry().of(() -> large.get()
                .begin(object.bucket(), to, info.metadata(), run.descriptor().createsDestination()));
        orphaned.begin(run, upload);
        try {
            List<SentPart> parts = copied(large.get(), upload, object, info, plan);
            ETag follows =
                    large.get().tag().of(parts.stream().map(SentPart::md5).toList());
            if (isProven && !follows.value().equalsIgnoreCase(info.etag().value())) {
                throw new CorruptCopyException(object + ": from the copies of its parts follows the tag " + follows
                        + ", it has " + info.etag());
            }
            // not every server knows the condition that each part's copy has
            if (!isProven && !store.head(object.bucket(), object.key()).etag().equals(info.etag())) {
                throw new SourceChangedException(object.toString());
            }
            run.proveLease();
            ETag written = settings.retry().of(() -> large.get().complete(upload, info.metadata(), parts));
            WholeProof.Expected whole =
                    new WholeProof.Expected(info.size(), follows, info.etag(), true, ETag.NONE, Proof.PARTS);
            new WholeProof(store, new ObjectLocation(object.store(), object.bucket(), to), settings.retry())
                    .of(written, whole);
        } catch (CopyRefusedException e) {
            orphaned.remove(run, upload);
            return false;
        } catch (SourceChangedException e) {
            orphaned.remove(run, upload);
            // Swift's S3 door says so of each multipart object
            if (store.head(object.bucket(), object.key()).etag().equals(info.etag())) {
                return false;
            }
            throw e;
        } catch (RuntimeException e) {
            orphaned.remove(run, upload);
            throw e;
        }
        orphaned.end(run, upload);
        return true;
    }

    private List<SentPart> copied(
            LargeObjects large, PartedUpload upload, ObjectLocation object, ObjectInfo info, PartPlan plan) {
        List<SentPart> parts = new ArrayList<>();
        ObjectMetadata metadata = info.metadata().ofParts();
        for (PartPlan.Part part : plan.parts()) {
            Slice slice = new Slice(part.offset(), part.length(), info.etag());
            int number = part.index() + 1;
            ETag stored = settings.retry().of(() -> large.copy(upload, number, object, slice, metadata));
            // of a server that takes the request for a part without bytes
            if (stored.sameContentAs(ETag.OF_NOTHING)) {
                throw new CopyRefusedException(object + ": the server copies nothing of it", true);
            }
            if (!stored.isMd5()) {
                throw new CopyRefusedException(object + ": the tags of its parts' copies prove nothing", false);
            }
            parts.add(new SentPart(number, part.length(), stored, stored));
        }
        return parts;
    }
}
