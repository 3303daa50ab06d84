package org.multicloudmirror.mirror.copy;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.mirror.work.CopyRun;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.RejectedException;

/** The closer look at one object: what the decision asks for, and no request more. For one thread. */
final class Comparison {

    private final Copy inWork;
    private final CopyRun run;
    private final CopyTask task;
    private @Nullable ObjectInfo source;
    private @Nullable ObjectInfo copy;

    Comparison(Copy inWork) {
        this.inWork = inWork;
        this.run = inWork.run();
        this.task = inWork.task();
    }

    /**
     * What is found; what it rests on is noted for the outcome.
     *
     * @throws ObjectGoneException when the source is gone
     */
    Finding finding() {
        try {
            return switch (task.decision()) {
                case COPY_MISSING -> Finding.MISSING;
                case COPY_SIZE, COPY_OLDER -> Finding.DIFFERENT;
                case INSPECT -> inspected();
                case INSPECT_METADATA -> metadata(proofBy(task.entry().etag()));
                case INSPECT_CONTENT -> content();
                case EQUAL, SKIP_FILTERED, SKIP_ABSENT, SKIP_TOO_LARGE, SKIP_NO_NAME ->
                    throw new IllegalArgumentException("nothing to look at: " + task.decision());
            };
        } catch (CopyGoneException e) {
            return Finding.MISSING;
        }
    }

    private Finding inspected() {
        return switch (run.compare()) {
            case ETAG -> tags();
            case SIZE, MODIFIED -> sizes();
            case METADATA -> tagsAndMetadata();
            case CONTENT -> content();
        };
    }

    /** The destination carries the source's tag since we wrote it there; what we did not write tells less. */
    private Finding tags() {
        ETag carried = OurMetadata.sourceEtag(copy());
        // a copy needs no reason beyond this; a check goes on to ask
        boolean isCheck = run.mode() == RunMode.CHECK;
        ObjectEntry listed = task.entry();
        if (!carried.isKnown() && !listed.maybeManifest() && listed.etag().sameContentAs(copy().etag())) {
            // the listing of the destination has no tags
            return same(Proof.MD5);
        }
        if (!carried.isKnown()) {
            // a store that drops metadata keeps the tag of parts, which saves a copy of them
            boolean isAssembled = listed.etag().isAssembled() && copy().etag().isAssembled();
            Finding own = isCheck || isAssembled ? ownTags() : Finding.UNKNOWN;
            return !isCheck && own == Finding.DIFFERENT ? Finding.UNKNOWN : own;
        }
        boolean isCarried = carried.value().equals(listed.etag().value()) && !listed.maybeManifest();
        // the destination's listing need not have told its size
        if (isCarried && copy().length().orElse(listed.size()) != listed.size()) {
            return Finding.DIFFERENT;
        }
        // an assembled object may list with another tag than its own headers give, and with no size: ask it
        boolean mayMislead = listed.maybeManifest()
                || !listed.etag().isKnown()
                || (!carried.isMd5() && listed.etag().isMd5());
        if (isCarried || (mayMislead && isStill(carried))) {
            return same(Proof.CARRIED);
        }
        // what it carries may be another copy's tag, of the same bytes in other parts
        boolean isInParts = !listed.etag().isMd5() || !task.presentEtag().isMd5();
        return isCheck && isInParts && ownTags() == Finding.SAME ? Finding.SAME : Finding.DIFFERENT;
    }

    /** What a tag that both sides have proves. */
    private static Proof proofBy(ETag shared) {
        return shared.isMd5() ? Proof.MD5 : Proof.PARTS;
    }

    private boolean isStill(ETag carried) {
        return !source().isOtherSizeThan(copy()) && source().etag().value().equals(carried.value());
    }

    private Finding ownTags() {
        if (source().isOtherSizeThan(copy())) {
            return Finding.DIFFERENT;
        }
        if (source().etag().tellsSameAs(copy().etag())) {
            return same(proofBy(source().etag()));
        }
        if (source().etag().isMd5() && copy().etag().isMd5()) {
            return Finding.DIFFERENT;
        }
        return PartsProof.isSame(run.source(), task.source(), source(), run.destination(), task.destination(), copy())
                ? same(Proof.PARTS)
                : Finding.UNKNOWN;
    }

    /** What comes here may be a manifest, whose listing tells no size; or a copy that may have been made before. */
    private Finding sizes() {
        if (source().isOtherSizeThan(copy())) {
            return Finding.DIFFERENT;
        }
        if (source().length().isEmpty() || copy().length().isEmpty()) {
            return Finding.UNKNOWN;
        }
        boolean byTime = run.compare() == Compare.MODIFIED;
        boolean isOlder = Compare.isOlder(copy().lastModified(), source().lastModified());
        return byTime && isOlder ? Finding.DIFFERENT : same(byTime ? Proof.MODIFIED : Proof.SIZE);
    }

    private Finding tagsAndMetadata() {
        Finding content = tags();
        return content == Finding.SAME ? metadata(Proof.CARRIED) : content;
    }

    private Finding metadata(Proof ofContent) {
        Finding content = same(ofContent);
        MetadataLimits limits = run.destination()
                .metadataLimits(task.destination().bucket(), task.destination().key());
        return MetadataComparison.isSame(source(), copy(), limits) ? content : Finding.OTHER_METADATA;
    }

    private Finding content() {
        inWork.restart();
        ContentDigest read = ContentDigest.of(run.source(), task.source(), inWork);
        ContentDigest present;
        try {
            present = ContentDigest.of(run.destination(), task.destination(), inWork);
        } catch (ObjectGoneException e) {
            throw copyGone();
        } catch (ArchivedException e) {
            // that the source's is archived is another thing
            throw new RejectedException(task.destination() + ": archived, so that its content cannot be compared");
        }
        if (run.mode() == RunMode.CHECK) {
            checkListed(task.source(), task.entry().etag(), read);
            checkListed(task.destination(), task.presentEtag(), present);
        }
        if (!read.isSame(present)) {
            return Finding.DIFFERENT;
        }
        inWork.prove(new Evidence(present.etag(), Proof.CONTENT));
        return Finding.SAME;
    }

    /** A check vouches for what is listed. */
    private static void checkListed(ObjectLocation where, ETag listed, ContentDigest read) {
        if (listed.tellsOtherThan(read.etag())) {
            throw new RejectedException(
                    where + ": other content was read than was listed; it has changed meanwhile, or a proxy answers");
        }
    }

    private Finding same(Proof proof) {
        inWork.prove(new Evidence(copy().etag(), proof));
        return Finding.SAME;
    }

    private ObjectInfo source() {
        ObjectInfo known = source;
        if (known == null) {
            known = run.source().head(task.source().bucket(), task.source().key());
            source = known;
        }
        return known;
    }

    private ObjectInfo copy() {
        ObjectInfo known = copy;
        if (known == null) {
            try {
                known = run.destination()
                        .head(task.destination().bucket(), task.destination().key());
            } catch (ObjectGoneException e) {
                throw copyGone();
            }
            copy = known;
        }
        return known;
    }

    /** What only seems to be gone would be written under another key. */
    private RuntimeException copyGone() {
        return Absence.of(run.destination(), task.destination()) == Absence.HIDDEN
                ? Absence.failure(task.destination())
                : new CopyGoneException();
    }

    /** The destination's object went while it was looked at; that the source's did is another thing. */
    private static final class CopyGoneException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
