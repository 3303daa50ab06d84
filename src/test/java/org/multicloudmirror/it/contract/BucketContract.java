package org.multicloudmirror.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multicloudmirror.it.servers.Names;
import org.multicloudmirror.storage.BucketMissingException;

/** Buckets are there or not, and making one that is there does no harm. */
interface BucketContract extends StoreUnderTest {

    @Test
    default void knowsWhichBucketsExist() {
        assertThat(store().bucketExists(bucket())).isTrue();
        assertThat(store().bucketExists(Names.fresh())).isFalse();
    }

    @Test
    default void leavesABucketThatExistsAsItIs() {
        needs(Gap.BUCKET_THAT_EXISTS);
        String bucket = freshBucket();
        Objects.put(store(), bucket, "kept", "x");

        store().createBucket(bucket);

        assertThat(store().bucketExists(bucket)).isTrue();
        assertThat(Objects.text(store(), bucket, "kept")).isEqualTo("x");
    }

    @Test
    default void saysThatTheWrittenBucketIsMissing() {
        String missing = Names.fresh();

        assertThatThrownBy(() -> Objects.put(store(), missing, "key", "x"))
                .isInstanceOf(BucketMissingException.class)
                .hasMessageContaining("://" + missing);
        assertThat(store().bucketExists(missing)).isFalse();
    }
}
