package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** What goes to the server, and what is read and written. */
class ServerCopyTest {

    private static final ETag MD5 = FakeObject.md5(new byte[] {1});
    private static final long FIVE_GIB = 5L << 30;

    private final FakeRuns clouds = new FakeRuns();
    private final Transfer transfer;

    ServerCopyTest(@TempDir Path directory) {
        transfer = new Transfer(new Spool(directory, "spool-"));
        clouds.cf().copiesOnServer(clouds.cf());
    }

    @Test
    void goesToTheServerWithinOneStore() {
        assertThat(isOnServer("cf://a->cf://b", 10, MD5)).isTrue();
        assertThat(isOnServer("cf://a->cf://b", FIVE_GIB, MD5)).isTrue();
    }

    @Test
    void isReadBetweenStoresWithNothingInCommon() {
        assertThat(isOnServer("s3://a->cf://b", 10, MD5)).isFalse();
        assertThat(isOnServer("cf://a->s3://b", 10, MD5)).isFalse();
        assertThat(isOnServer("s3://a->s3://b", 10, MD5))
                .as("a store that cannot")
                .isFalse();
    }

    @Test
    void isReadWhenNothingWouldProveItOrItIsTooLarge() {
        assertThat(isOnServer("cf://a->cf://b", 10, ETag.opaque("x-2"))).isFalse();
        assertThat(isOnServer("cf://a->cf://b", FIVE_GIB + 1, MD5)).isFalse();
    }

    @Test
    void isReadAtASecondAttempt() {
        Run run = clouds.start("cf://a->cf://b");
        Copy copy = copy(run, 10, MD5);

        transfer.begin(copy);
        assertThat(transfer.isOnServer(copy)).isTrue();
        transfer.begin(copy);
        assertThat(transfer.isOnServer(copy)).isFalse();
    }

    @Test
    void isReadOnceTheServerRefusedForGood() {
        Run run = clouds.start("cf://a->cf://b");
        Copy copy = copy(run, 10, MD5);
        transfer.begin(copy);

        transfer.refused(copy, new CopyRefusedException("400", false));
        assertThat(transfer.isOnServer(copy)).isTrue();
        transfer.refused(copy, new CopyRefusedException("403", true));
        assertThat(transfer.isOnServer(copy)).isFalse();
    }

    @Test
    void refusesWhatTheListingMisledAbout() {
        Copy copy = copy(clouds.start("cf://a->cf://b"), 10, MD5);

        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> transfer.onServer(copy, info(10, ETag.opaque(MD5.value()))));
        assertThatExceptionOfType(CopyRefusedException.class)
                .isThrownBy(() -> transfer.onServer(copy, info(FIVE_GIB + 1, MD5)));
    }

    @Test
    void measuresWhatTheSourceTells() {
        Run run = clouds.start("cf://a->cf://b");
        Copy copy = copy(run, 10, MD5);

        transfer.onServer(copy, info(12, MD5));

        assertThat(copy.size()).isEqualTo(12);
        assertThat(run.progress().bytes()).isZero();
        transfer.madeOnServer(copy, copy.task().entry().etag());
        assertThat(run.progress().bytes()).isEqualTo(12);
    }

    private boolean isOnServer(String scenario, long size, ETag etag) {
        Copy copy = copy(clouds.start(scenario), size, etag);
        transfer.begin(copy);
        return transfer.isOnServer(copy);
    }

    private static Copy copy(Run run, long size, ETag etag) {
        return Tasks.copy(run, new ObjectEntry("k", size, etag, Instant.EPOCH, false), Decision.COPY_MISSING);
    }

    private static ObjectInfo info(long size, ETag etag) {
        return new ObjectInfo(size, etag, Instant.EPOCH, ObjectMetadata.EMPTY);
    }
}
