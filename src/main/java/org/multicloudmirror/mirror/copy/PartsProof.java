package org.multicloudmirror.mirror.copy;

import java.util.List;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Part;

/** Whether two objects have the same bytes, told by the MD5s of the parts of one and the tag of the other. */
final class PartsProof {

    private PartsProof() {}

    /**
     * Whether it can be told that both are the same; where it cannot, they may still be. It costs up to two requests a
     * side and reads no content.
     *
     * @param one as its own headers tell it, of this store, there
     * @param other the same of the other side
     */
    static boolean isSame(
            ObjectStore oneStore,
            ObjectLocation oneWhere,
            ObjectInfo one,
            ObjectStore otherStore,
            ObjectLocation otherWhere,
            ObjectInfo other) {
        return !one.isOtherSizeThan(other)
                && (follows(other.etag(), layouts(oneStore, oneWhere, one))
                        || follows(one.etag(), layouts(otherStore, otherWhere, other)));
    }

    private static List<PartLayout> layouts(ObjectStore store, ObjectLocation where, ObjectInfo info) {
        return info.etag().isMd5() ? List.of() : store.layouts(where.bucket(), where.key(), info);
    }

    private static boolean follows(ETag tag, List<PartLayout> layouts) {
        return !tag.isMd5() && layouts.stream().anyMatch(layout -> follows(tag, layout));
    }

    private static boolean follows(ETag tag, PartLayout layout) {
        List<ETag> md5s = layout.parts().stream().map(Part::md5).toList();
        if (!md5s.stream().allMatch(ETag::isMd5)) {
            return false;
        }
        for (AssembledTag made : AssembledTag.values()) {
            if (made.of(md5s).value().equals(tag.value())) {
                return true;
            }
        }
        return false;
    }
}
