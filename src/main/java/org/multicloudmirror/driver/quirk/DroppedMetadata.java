package org.multicloudmirror.driver.quirk;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * A bucket that takes headers or user metadata and does not keep them. It turns out when they are written once more, and
 * are missing again: headers go among the metadata then, and metadata are lost, and told so.
 */
public final class DroppedMetadata implements Quirk {

    private record Dropped(Set<ContentHeader> headers, boolean isUser) {

        static final Dropped NOTHING = new Dropped(Set.of(), false);

        Dropped {
            headers = Set.copyOf(headers);
        }
    }

    private final Learnt<Dropped> buckets;
    private final Learnt<Boolean> keepers;

    public DroppedMetadata(QuirkMemory memory) {
        this.buckets = new Learnt<>(memory);
        this.keepers = new Learnt<>(memory);
    }

    @Override
    public MetadataLimits narrow(MetadataLimits limits, String bucket, String key) {
        Dropped dropped = buckets.of(bucket).orElse(Dropped.NOTHING);
        MetadataLimits narrowed = dropped.headers().isEmpty() ? limits : limits.dropping(dropped.headers());
        return dropped.isUser() ? narrowed.within(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0) : narrowed;
    }

    /**
     * Looks once more at an object whose metadata were replaced because it lacked some.
     *
     * @param before what it had
     * @param kept tells what it has now
     * @throws TransientStoreException when it lacks them still, and they go in another form the next time
     */
    public void check(
            ObjectLocation object, ObjectMetadata wanted, ObjectMetadata before, Supplier<ObjectMetadata> kept) {
        if (isWorthALook(object.bucket(), wanted, before) && learn(object.bucket(), wanted, kept.get())) {
            throw new TransientStoreException(
                    object + ": the store does not keep its metadata; they go in another form now");
        }
    }

    /** Whether an object lacked something that it was to get, in a bucket that has not shown that it keeps that. */
    boolean isWorthALook(String bucket, ObjectMetadata wanted, ObjectMetadata before) {
        boolean isMissing =
                !before.headers().keySet().containsAll(wanted.headers().keySet()) || lacksUser(wanted, before);
        return isMissing && !keepers.is(bucket, true);
    }

    /**
     * Looks at what is kept of what was written.
     *
     * @return whether something is missing, so that it must go in another form
     */
    boolean learn(String bucket, ObjectMetadata written, ObjectMetadata kept) {
        Dropped before = buckets.of(bucket).orElse(Dropped.NOTHING);
        Set<ContentHeader> headers = EnumSet.noneOf(ContentHeader.class);
        headers.addAll(written.headers().keySet());
        headers.removeAll(kept.headers().keySet());
        headers.addAll(before.headers());
        Dropped now = new Dropped(headers, before.isUser() || lacksUser(written, kept));
        if (now.equals(before)) {
            keepers.learn(bucket, true);
            return false;
        }
        buckets.learn(
                bucket,
                now,
                "the bucket " + bucket + " does not keep"
                        + (now.isUser()
                                ? " metadata"
                                : " "
                                        + String.join(
                                                ", ",
                                                now.headers().stream()
                                                        .map(ContentHeader::httpName)
                                                        .sorted()
                                                        .toList())));
        return true;
    }

    private static boolean lacksUser(ObjectMetadata wanted, ObjectMetadata present) {
        return present.user().isEmpty() && !wanted.user().isEmpty();
    }
}
