package org.multicloudmirror.mirror.parts;

import java.util.List;
import org.multicloudmirror.mirror.task.Proof;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;

/**
 * One object whose parts are all at the destination, proven and not put together yet.
 *
 * @param copy what was planned
 * @param upload that has the parts
 * @param metadata what goes along with the object
 * @param parts all, in their order
 * @param proof what the equality with the source rests on
 */
public record SentCopy(
        PartedCopy copy, PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts, Proof proof) {

    public SentCopy {
        parts = List.copyOf(parts);
    }

    /** The MD5s of the parts. */
    List<ETag> md5s() {
        return parts.stream().map(SentPart::md5).toList();
    }

    /** Whether the store tells the MD5s of its parts, so that its tag of the whole must follow from them. */
    boolean isTold() {
        return parts.stream().allMatch(part -> part.stored().sameContentAs(part.md5()));
    }
}
