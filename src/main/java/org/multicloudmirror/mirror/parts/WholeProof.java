package org.multicloudmirror.mirror.parts;

import org.multicloudmirror.mirror.task.Evidence;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * What proves an object that was put together from proven parts: its tag, as the answer has it. Services leave it out there
 * (Ceph's {@code <ETag></ETag>}) or write one that follows from nothing; then the object's own headers are asked, once.
 */
final class WholeProof {

    private final ObjectStore store;
    private final ObjectLocation where;
    private final Retry retry;

    /**
     * @param where the object that was put together
     */
    WholeProof(ObjectStore store, ObjectLocation where, Retry retry) {
        this.store = store;
        this.where = where;
        this.retry = retry;
    }

    /**
     * What must be found.
     *
     * @param size of the whole, in bytes
     * @param tag that follows from the parts
     * @param content the tag of the source, which tells the content where it is an MD5
     * @param isTold whether the store told the MD5s of the parts, so that its tag is made of them
     * @param before the tag of what was there before; {@link ETag#NONE} for nothing
     * @param proof what the equality rests on when the tag is right
     */
    record Expected(long size, ETag tag, ETag content, boolean isTold, ETag before, Proof proof) {

        private boolean isRight(ETag found) {
            return found.value().equalsIgnoreCase(tag.value()) || found.sameContentAs(content);
        }

        /** Whether it is a tag of the kind that is expected, and another one. */
        private boolean isWrong(ETag found) {
            return found.isMd5() ? content.isMd5() : isTold && found.isAssembled();
        }

        private boolean isAsBefore(ETag found) {
            return found.isKnown() && found.value().equals(before.value());
        }
    }

    /**
     * The tag of what the store holds, and what it proves.
     *
     * @param written the tag of the answer
     * @throws CorruptCopyException when the store holds something else
     */
    Evidence of(ETag written, Expected expected) {
        if (expected.isRight(written)) {
            return new Evidence(written, expected.proof());
        }
        ObjectInfo held = retry.of(this::held);
        boolean isRight = expected.isRight(held.etag());
        // a right tag proves more than a size, which may not be told
        if ((!isRight || held.length().isPresent()) && held.size() != expected.size()) {
            throw new CorruptCopyException(
                    where + ": the store holds " + held.size() + " bytes of the " + expected.size() + " sent");
        }
        if (isRight) {
            return new Evidence(held.etag(), expected.proof());
        }
        if (expected.isAsBefore(held.etag())) {
            throw new TransientStoreException(where + ": the store says that it is written, and holds what it held");
        }
        if (expected.isWrong(held.etag())) {
            throw new CorruptCopyException(where + ": the store answers with ETag " + held.etag()
                    + ", from the parts sent follows " + expected.tag());
        }
        Proof proof = expected.proof() == Proof.SENT ? Proof.SENT : Proof.EACH_PART;
        return new Evidence(held.etag(), proof);
    }

    private ObjectInfo held() {
        try {
            return store.head(where.bucket(), where.key());
        } catch (ObjectGoneException e) {
            // without its cause, by which Camel would take it for a source that is gone
            throw new TransientStoreException(where + ": the store says that it is written, and does not have it");
        }
    }
}
