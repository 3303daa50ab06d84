package org.multicloudmirror.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class ObjectSumTest {

    private final ObjectSum sum = new ObjectSum();

    @Test
    void tellsObjectsAndBytes() {
        assertThat(sum).hasToString("0 objects, 0 B (0 bytes)");

        sum.object(entry(5_612_345, false));
        assertThat(sum).hasToString("1 object, 5.6 MB (5612345 bytes)");
    }

    @Test
    void doesNotHideWhatTheListingDoesNotTell() {
        sum.object(entry(10, true));
        sum.object(entry(0, true));

        assertThat(sum).hasToString("2 objects, 10 B (10 bytes); of 1 object the listing may not tell the size");
    }

    private static ObjectEntry entry(long size, boolean maybeManifest) {
        return new ObjectEntry("k", size, ETag.OF_NOTHING, Instant.EPOCH, maybeManifest);
    }
}
