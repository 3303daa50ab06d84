package org.multicloudmirror.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.testing.Logged;

class RotatingTest {

    private final Logged logged = Logged.of(Rotating.class);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final Path file;
    private final Rotating<String> value;

    RotatingTest(@TempDir Path directory) throws IOException {
        file = Files.writeString(directory.resolve("key"), "old");
        value = new Rotating<>("old", new KeyFile(), nanos::get);
    }

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void isReadAgainOnceItStandsStill() throws IOException {
        Files.writeString(file, "half");
        look();
        Files.writeString(file, "whole one");

        look();
        assertThat(value.now()).as("it was still being written").isEqualTo("old");
        look();
        assertThat(value.now()).isEqualTo("whole one");
        look();
        look();
        assertThat(reads).hasValue(1);
        assertThat(logged.lines()).containsExactly("INFO read again, as it was replaced: " + file);
    }

    @Test
    void isLookedAtEveryFewSecondsOnly() throws IOException {
        Files.writeString(file, "new one");
        for (int i = 0; i < 1000; i++) {
            assertThat(value.now()).isEqualTo("old");
        }
        assertThat(reads).hasValue(0);
    }

    @Test
    void aLinkThatIsSwappedIsSeen() throws IOException {
        Path first = Files.writeString(file.resolveSibling("1"), "1");
        Files.delete(file);
        Files.createSymbolicLink(file, first);
        look();
        look();
        assertThat(value.now()).isEqualTo("1");

        Path second = Files.writeString(file.resolveSibling("2"), "2");
        Files.setLastModifiedTime(second, Files.getLastModifiedTime(first));
        Files.createSymbolicLink(file.resolveSibling("link"), second);
        Files.move(file.resolveSibling("link"), file, StandardCopyOption.ATOMIC_MOVE);
        look();
        look();
        assertThat(value.now()).isEqualTo("2");
    }

    @Test
    void oneOfTheSameTimeAndLengthIsSeenWhenItIsRefused() throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "new");
        Files.setLastModifiedTime(file, before);
        look();
        look();
        assertThat(value.now()).as("nothing tells that").isEqualTo("old");

        assertThat(value.renew()).isTrue();
        assertThat(value.now()).isEqualTo("new");
        assertThat(value.renew()).as("refused again").isFalse();
        assertThat(reads).hasValue(1);
    }

    @Test
    void anEmptyFileLeavesTheValueAndIsToldOnce() throws IOException {
        Files.writeString(file, "");
        for (int i = 0; i < 5; i++) {
            look();
            assertThat(value.renew()).isFalse();
        }
        assertThat(value.now()).isEqualTo("old");
        assertThat(value.problem()).isEqualTo(file + " is empty");
        assertThat(value.isSettling()).isTrue();
        assertThat(logged.lines())
                .containsExactly("WARN " + file + " is empty; until then what was there before stays in use");

        Files.writeString(file, "new");
        look();
        look();
        assertThat(value.now()).isEqualTo("new");
        assertThat(value.problem()).isEmpty();
    }

    @Test
    void aFileThatIsGoneLeavesTheValue() throws IOException {
        Files.delete(file);
        look();
        look();
        assertThat(value.now()).isEqualTo("old");
        assertThat(value.problem()).contains(file.toString());

        nanos.addAndGet(Rotating.SETTLING.toNanos());
        assertThat(value.isSettling()).isFalse();
    }

    /** The next one who asks looks. */
    private void look() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        String seen = value.now();
        assertThat(seen).isNotEmpty();
    }

    private final class KeyFile implements Origin<String> {

        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public String read() {
            reads.incrementAndGet();
            String text;
            try {
                text = Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (text.isEmpty()) {
                throw new IllegalArgumentException(file + " is empty");
            }
            return text;
        }
    }
}
