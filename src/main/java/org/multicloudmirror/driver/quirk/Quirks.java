package org.multicloudmirror.driver.quirk;

import java.util.List;
import java.util.Optional;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;

/** All quirks that a store may have. They are asked when something fails, and for what is sent. */
public final class Quirks {

    private final List<Quirk> all;

    public Quirks(Quirk... all) {
        this.all = List.of(all);
    }

    /** What was wrong with a failed request and is right now; empty when no quirk explains it. */
    public Optional<String> corrects(Attempt attempt, HttpReply reply) {
        return all.stream()
                .flatMap(quirk -> quirk.corrects(attempt, reply).stream())
                .findFirst();
    }

    /** Whether a refused write is worth another attempt, with its metadata in the form that they have now. */
    public boolean explain(Refusal refusal) {
        // several may be told at once
        return all.stream().filter(quirk -> quirk.explains(refusal)).count() > 0;
    }

    /** A write with these metadata has succeeded. */
    public void accepted(String bucket, String key, ObjectMetadata sent) {
        for (Quirk quirk : all) {
            quirk.accepted(bucket, key, sent);
        }
    }

    /**
     * What the store holds of an object's metadata.
     *
     * @param limits of a store without quirks
     */
    public MetadataLimits narrow(MetadataLimits limits, String bucket, String key) {
        MetadataLimits narrowed = limits;
        for (Quirk quirk : all) {
            narrowed = quirk.narrow(narrowed, bucket, key);
        }
        return narrowed;
    }

    /**
     * Which parts the store takes in a bucket.
     *
     * @param limits of a store without quirks
     */
    public PartLimits narrow(PartLimits limits, String bucket) {
        PartLimits narrowed = limits;
        for (Quirk quirk : all) {
            narrowed = quirk.narrow(narrowed, bucket);
        }
        return narrowed;
    }
}
