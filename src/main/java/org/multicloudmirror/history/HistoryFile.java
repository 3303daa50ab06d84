package org.multicloudmirror.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last runs on this machine, oldest first, a line each; written by any number of processes. */
public final class HistoryFile {

    /** The file is cut back when it has so many times the entries that are to be kept. */
    private static final int SLACK = 2;

    private final Path file;
    private final int keep;

    /**
     * @param directory made when it is missing
     * @param keep how many entries stay, from 1
     */
    public HistoryFile(Path directory, int keep) {
        this.file = directory.resolve("history.jsonl");
        this.keep = keep;
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
        Path guard = file.resolveSibling("history.lock");
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                trim();
            }
        }
    }

    /**
     * The last entries, oldest first.
     *
     * @param most how many
     */
    public List<HistoryEntry> last(int most) throws IOException {
        try {
            List<HistoryEntry> entries = lines().stream()
                    .map(HistoryLine::read)
                    .flatMap(Optional::stream)
                    .toList();
            return entries.subList(Math.max(0, entries.size() - most), entries.size());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void trim() throws IOException {
        List<String> lines = lines();
        if (lines.size() <= (long) keep * SLACK) {
            return;
        }
        Path fresh = file.resolveSibling("history.new");
        Files.write(fresh, new ArrayList<>(lines.subList(lines.size() - keep, lines.size())));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }
}
