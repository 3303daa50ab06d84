package org.multicloudmirror.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final int MANY = 1000;

    private final Path directory;

    HistoryFileTest(@TempDir Path directory) {
        this.directory = directory.resolve("not").resolve("there yet");
    }

    @Test
    void givesBackWhatItGot() throws IOException {
        HistoryEntry one = HistoryEntries.of("one");
        HistoryEntry two = HistoryEntries.failed("s3://a->cf://b\n\u001b[2J", "no \"door\"");
        HistoryEntry named = HistoryEntries.named("nightly");
        HistoryFile file = new HistoryFile(directory, MANY);

        file.append(List.of(one, two));
        file.append(List.of(named));

        assertThat(file.last(MANY)).containsExactly(one, two, named);
        assertThat(new HistoryFile(directory, MANY).last(2)).containsExactly(two, named);
        assertThat(file.path()).isEqualTo(directory.resolve("history.jsonl"));
        assertThat(Files.readAllLines(file.path())).as("a line each").hasSize(3);
    }

    @Test
    void isEmptyBeforeTheFirstRunAndMakesNothing() throws IOException {
        assertThat(new HistoryFile(directory, MANY).last(MANY)).isEmpty();
        assertThat(new HistoryFile(directory, MANY).contents().damaged()).isZero();
        assertThat(directory).doesNotExist();
    }

    @Test
    void keepsThoseThatAreYoungEnough() throws IOException {
        HistoryEntry old = HistoryEntries.of("old");
        HistoryEntry fresh = HistoryEntries.of("fresh", Instant.now().minusSeconds(60));
        new HistoryFile(directory, MANY).append(List.of(old, old));

        HistoryFile file = new HistoryFile(directory, MANY, Duration.ofDays(1));
        file.append(List.of(fresh));

        assertThat(ids(file)).containsExactly("fresh");
        assertThat(Files.readAllLines(file.path())).hasSize(1);
    }

    @Test
    void keepsTheLastOnes() throws IOException {
        HistoryFile file = new HistoryFile(directory, 3);

        for (int i = 1; i <= 6; i++) {
            file.append(List.of(HistoryEntries.of("run-" + i)));
        }
        assertThat(ids(file)).hasSize(6);
        file.append(List.of(HistoryEntries.of("run-7")));

        assertThat(ids(file)).containsExactly("run-5", "run-6", "run-7");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("history.jsonl", "history.lock");
    }

    @Test
    void passesByWhatIsNoEntry() throws IOException {
        HistoryFile file = new HistoryFile(directory, MANY);
        file.append(List.of(HistoryEntries.of("one")));
        String line = Files.readString(file.path()).strip();
        Files.writeString(
                file.path(),
                String.join(
                        "\n",
                        "",
                        "nonsense",
                        "[1]",
                        "{}",
                        "{\"started\":{\"a\":1}}",
                        line.replace("2026-01-02T", "yesterday "),
                        line.replace("\"copied\":2", "\"copied\":\"two\""),
                        line.replace("\"one\"", "\"two\""),
                        ""),
                StandardOpenOption.APPEND);

        assertThat(ids(file)).containsExactly("one", "two");
        assertThat(file.contents().damaged()).as("an empty line is none").isEqualTo(6);
    }

    /** As a full disk does, in the middle of a letter of several bytes. */
    @Test
    void goesOnAfterALineThatWasCutOff() throws IOException {
        HistoryFile file = new HistoryFile(directory, MANY);
        file.append(List.of(HistoryEntries.of("one"), HistoryEntries.of("cut off")));
        String text = Files.readString(file.path());
        byte[] before = text.substring(0, text.lastIndexOf('ü')).getBytes(UTF_8);
        Files.write(file.path(), Arrays.copyOf(text.getBytes(UTF_8), before.length + 1));

        assertThat(ids(file)).containsExactly("one");
        file.append(List.of(HistoryEntries.of("two")));
        assertThat(ids(file)).containsExactly("one", "two");
    }

    @Test
    void losesNothingWhenManyWriteAtOnce() throws Exception {
        int writers = 8;
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "writer-" + writer + "-";
                work.add(() -> {
                    HistoryFile file = new HistoryFile(directory, MANY);
                    for (int i = 0; i < each; i++) {
                        file.append(List.of(HistoryEntries.of(name + i)));
                    }
                    return null;
                });
            }
            for (Future<Void> written : threads.invokeAll(work)) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ids(new HistoryFile(directory, MANY)))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, writers * each)
                        .mapToObj(i -> "writer-" + i / each + "-" + i % each)
                        .toList());
    }

    private static List<String> ids(HistoryFile file) throws IOException {
        return file.last(MANY).stream().map(HistoryEntry::runId).toList();
    }
}
