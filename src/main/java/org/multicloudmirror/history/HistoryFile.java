package org.multicloudmirror.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The last runs on this machine, oldest first, a line each; written by any number of processes. */
public final class HistoryFile {

    /** The file is cut back when it has so many times the entries that are to be kept. */
    private static final int SLACK = 2;

    /** The system's lock keeps other processes out; a second thread of the same one would get an exception. */
    private static final Lock THREADS = new ReentrantLock();

    /** Entries are kept however old they are. */
    public static final Duration ANY_AGE = ChronoUnit.FOREVER.getDuration();

    private final Path file;
    private final int keep;
    private final Duration age;

    /**
     * @param directory made when it is missing
     * @param keep how many entries stay, from 1
     */
    public HistoryFile(Path directory, int keep) {
        this(directory, keep, ANY_AGE);
    }

    /**
     * @param directory made when it is missing
     * @param keep how many entries stay, from 1
     * @param age entries of runs that began longer ago go
     */
    public HistoryFile(Path directory, int keep, Duration age) {
        this.file = directory.resolve("history.jsonl");
        this.keep = keep;
        this.age = age;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Adds entries at the end. */
    public void append(List<HistoryEntry> entries) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (HistoryEntry entry : entries) {
            lines.append(HistoryLine.write(entry)).append('\n');
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        THREADS.lock();
        try {
            append(lines.toString());
        } finally {
            THREADS.unlock();
        }
    }

    private void append(String lines) throws IOException {
        Path guard = file.resolveSibling("history.lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                String text = endsInALine() ? lines : "\n" + lines;
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                trim();
            }
        }
    }

    /** Not so after a full disk has cut off what was written. */
    private boolean endsInALine() throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return bytes.size() == 0 || bytes.position(bytes.size() - 1).read(last) < 1 || last.get(0) == '\n';
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /**
     * The last entries, oldest first.
     *
     * @param most how many
     */
    public List<HistoryEntry> last(int most) throws IOException {
        return contents().last(most);
    }

    /** All of it. */
    public Contents contents() throws IOException {
        try {
            List<String> lines =
                    lines().stream().filter(line -> !line.isBlank()).toList();
            List<HistoryEntry> entries = lines.stream()
                    .map(HistoryLine::read)
                    .flatMap(Optional::stream)
                    .toList();
            return new Contents(entries, lines.size() - entries.size());
        } catch (NoSuchFileException e) {
            return new Contents(List.of(), 0);
        }
    }

    /**
     * What the file holds.
     *
     * @param entries oldest first
     * @param damaged how many lines are no entries, such as those that a full disk has cut off
     */
    public record Contents(List<HistoryEntry> entries, int damaged) {
        public Contents {
            entries = List.copyOf(entries);
        }

        /** The last entries, oldest first. */
        public List<HistoryEntry> last(int most) {
            return entries.subList(Math.max(0, entries.size() - most), entries.size());
        }
    }

    private void trim() throws IOException {
        List<String> lines = lines();
        int first = lines.size() > (long) keep * SLACK ? lines.size() - keep : 0;
        while (first < lines.size() && isTooOld(lines.get(first))) {
            first++;
        }
        if (first == 0) {
            return;
        }
        Path fresh = file.resolveSibling("history.new");
        Files.write(fresh, new ArrayList<>(lines.subList(first, lines.size())));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is no entry goes with those around it. */
    private boolean isTooOld(String line) {
        return !age.equals(ANY_AGE)
                && HistoryLine.read(line)
                        .map(entry -> entry.started().isBefore(Instant.now().minus(age)))
                        .orElse(true);
    }

    /** A letter that was cut off is no reason to read nothing. */
    private List<String> lines() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
