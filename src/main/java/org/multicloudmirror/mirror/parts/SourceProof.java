package org.multicloudmirror.mirror.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.mirror.copy.ProvenStream;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLayout.Part;

/**
 * Whether the bytes that passed are those of the source: by its MD5, by the MD5s that its manifest tells, or by its tag,
 * which follows from the MD5s of its parts.
 */
final class SourceProof {

    /** One layout that the source may have, and the MD5s of its parts. */
    private record Reading(PartLayout layout, SourceHashes hashes) {}

    private final String what;
    private final ETag tag;
    private final boolean isWhole;
    private final List<Reading> readings = new ArrayList<>();

    /**
     * @param copy the object and what it may have been put together from
     */
    SourceProof(PartedCopy copy) {
        ObjectInfo source = copy.source();
        this.what = copy.task().source().toString();
        this.tag = source.etag();
        this.isWhole = tag.isMd5();
        List<PartLayout> layouts = isWhole ? List.of(whole(source)) : copy.layouts();
        for (PartLayout layout : layouts) {
            readings.add(new Reading(
                    layout, new SourceHashes(layout.sizes(), copy.plan().sizes())));
        }
    }

    private static PartLayout whole(ObjectInfo source) {
        return new PartLayout(List.of(new Part(source.size(), source.etag())), Basis.TOLD, AssembledTag.MULTIPART);
    }

    /** What is to see all that passes. */
    List<SourceHashes> hashes() {
        return readings.stream().map(Reading::hashes).toList();
    }

    /**
     * The layout that the source is proven to have, once all has passed.
     *
     * @throws CorruptCopyException when the bytes that passed are not those of the source
     */
    Optional<PartLayout> proven() {
        for (Reading reading : readings) {
            if (holds(reading.layout(), reading.hashes().md5s())) {
                return Optional.of(reading.layout());
            }
        }
        return Optional.empty();
    }

    /** What the equality of both sides rests on. */
    Proof proof(Optional<PartLayout> proven) {
        return proven.isEmpty() ? Proof.SENT : isWhole ? Proof.MD5 : Proof.PARTS;
    }

    /** Whether that nothing is proven may be due to a wrong guess. */
    boolean isGuess() {
        return readings.stream().anyMatch(reading -> reading.layout().basis() == Basis.GUESSED);
    }

    /**
     * The parts were guessed wrongly, or the bytes arrived wrong: the first is the case when they arrive the same once
     * more.
     *
     * @param bytes a tag of all that passed
     * @throws CorruptCopyException when they have passed for the first time
     */
    void checkReadTwice(Copy copy, ETag bytes) {
        if (!copy.readsAgain(bytes)) {
            throw new CorruptCopyException(
                    what + ": its ETag " + tag + " does not follow from the bytes read in any usual parts");
        }
    }

    private boolean holds(PartLayout layout, List<ETag> md5s) {
        int known = 0;
        for (int i = 0; i < md5s.size(); i++) {
            ETag told = layout.parts().get(i).md5();
            known += told.isMd5() ? 1 : 0;
            if (told.isMd5() && !told.sameContentAs(md5s.get(i))) {
                throw new CorruptCopyException(what + ": the bytes read have MD5 " + md5s.get(i) + " in part " + (i + 1)
                        + ", not " + told + ProvenStream.CHANGED_ON_THE_WAY);
            }
        }
        if (known == md5s.size()) {
            return true;
        }
        ETag computed = layout.tag().of(md5s);
        boolean isSame = computed.value().equals(tag.value());
        if (!isSame && layout.basis() == Basis.TOLD) {
            throw new CorruptCopyException(what + ": from the bytes read follows the tag " + computed + ", its ETag is "
                    + tag + ProvenStream.CHANGED_ON_THE_WAY);
        }
        return isSame;
    }
}
