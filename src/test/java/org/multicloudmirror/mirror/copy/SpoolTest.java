package org.multicloudmirror.mirror.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;

class SpoolTest {

    private static final int LARGE = (1 << 20) + 1;

    private final Path directory;
    private final Run run = new FakeRuns().start("s3://b->cf://c");

    SpoolTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20})
    void holdsSmallBodiesInMemory(int size) throws IOException {
        byte[] bytes = bytes(size);

        Spool.Held held = spool().hold(body(bytes, size), size);

        assertThat(files()).isEmpty();
        assertThat(held.etag()).isEqualTo(FakeObject.md5(bytes));
        assertThat(held.body().readAllBytes()).isEqualTo(bytes);
    }

    /** Otherwise a process that is killed would leave it. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere an open file may not be unlinked")
    void holdsLargeBodiesInAFileThatHasNoNameAnyMore() throws IOException {
        byte[] bytes = bytes(LARGE);

        try (Spool.Held held = spool().hold(body(bytes, LARGE), LARGE)) {
            assertThat(files()).isEmpty();
            assertThat(held.etag()).isEqualTo(FakeObject.md5(bytes));
            assertThat(held.body().readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void removesTheFileWhenItIsClosedUnread() throws IOException {
        spool().hold(body(bytes(LARGE), LARGE), LARGE).body().close();

        assertThat(files()).isEmpty();
    }

    @Test
    void removesTheFileWhenTheBodyBreaksOff() throws IOException {
        ProvenStream shortBody = body(bytes(100), LARGE);

        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> spool().hold(shortBody, LARGE))
                .withMessage("s3://b/k: it ended after 100 of 1048577 bytes");
        assertThat(files()).isEmpty();
    }

    /** Many workers with a small body each take the memory of sixteen; the others take the disk. */
    @Test
    void sharesMemoryAmongAllBodies() throws IOException {
        Spool spool = spool();
        List<Spool.Held> held = new ArrayList<>();
        byte[] bytes = bytes(1 << 20);
        for (int i = 0; i < 16; i++) {
            held.add(spool.hold(body(bytes, bytes.length), bytes.length));
        }
        assertThat(held).allMatch(SpoolTest::isInMemory);

        try (Spool.Held more = spool.hold(body(bytes, bytes.length), bytes.length)) {
            assertThat(isInMemory(more)).isFalse();
            assertThat(more.body().readAllBytes()).isEqualTo(bytes);
        }
        held.get(0).close();
        held.get(0).close();
        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> spool.hold(body(bytes(1), bytes.length), bytes.length));
        assertThat(isInMemory(spool.hold(body(bytes, bytes.length), bytes.length)))
                .isTrue();
        assertThat(isInMemory(spool.hold(body(bytes, bytes.length), bytes.length)))
                .isFalse();
    }

    @Test
    void namesTheDirectoryThatCannotBeWritten() {
        Path missing = directory.resolve("missing");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new Spool(missing, "mine-").hold(body(bytes(LARGE), LARGE), LARGE))
                .withMessageMatching("\\Qspooling to " + missing + " failed: \\E.*; set --tmpfile");
    }

    private static boolean isInMemory(Spool.Held held) {
        return held.body() instanceof ByteArrayInputStream;
    }

    private ProvenStream body(byte[] bytes, long size) {
        return new ProvenStream(new ByteArrayInputStream(bytes), "s3://b/k", size, ETag.NONE, run.copies());
    }

    private Spool spool() {
        return new Spool(directory, "mine-");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
