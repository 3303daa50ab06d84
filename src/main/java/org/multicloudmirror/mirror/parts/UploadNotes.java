package org.multicloudmirror.mirror.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.storage.PartedUpload;

/**
 * The uploads that were begun and not ended, written down so that they outlive the process. A file a scenario, since one
 * run of a scenario at a time is under way: what is open in its file when a run begins is nobody's work.
 *
 * <p>A line is {@code +} or {@code -}, the bucket, the key and the upload's id, each in Base64 (RFC 4648, URL safe). A
 * line that a crash cut off is no line.
 */
public final class UploadNotes {

    private static final String SUFFIX = ".uploads";

    private final Path directory;
    private final Map<Scenario, Set<PartedUpload>> open = new HashMap<>();

    /**
     * @param directory made when the first line is written
     */
    public UploadNotes(Path directory) {
        this.directory = directory;
    }

    /**
     * The uploads of a scenario that are not ended, as a run finds them that has the scenario's lock: another process may
     * have had it since, and been killed.
     *
     * @throws IOException when the file is there and cannot be read
     */
    synchronized List<PartedUpload> open(Scenario scenario) throws IOException {
        open.remove(scenario);
        return List.copyOf(known(scenario));
    }

    /**
     * An upload begins, or what it left is to be removed; returns when that is on the disk.
     *
     * @throws IOException when it cannot be written
     */
    synchronized void begin(Scenario scenario, PartedUpload upload) throws IOException {
        if (known(scenario).add(upload)) {
            append(scenario, '+', upload);
        }
    }

    /**
     * Nothing is left of an upload that was to be removed.
     *
     * @throws IOException when it cannot be written
     */
    synchronized void end(Scenario scenario, PartedUpload upload) throws IOException {
        Set<PartedUpload> known = known(scenario);
        if (!known.remove(upload)) {
            return;
        }
        if (known.isEmpty()) {
            Files.deleteIfExists(file(scenario));
        } else {
            append(scenario, '-', upload);
        }
    }

    private Set<PartedUpload> known(Scenario scenario) throws IOException {
        Set<PartedUpload> known = open.get(scenario);
        if (known == null) {
            known = read(file(scenario));
            open.put(scenario, known);
        }
        return known;
    }

    private void append(Scenario scenario, char sign, PartedUpload upload) throws IOException {
        Files.createDirectories(directory);
        String line = sign + " " + encoded(upload.bucket()) + " " + encoded(upload.key()) + " " + encoded(upload.id());
        try (FileChannel file = FileChannel.open(
                file(scenario), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
    }

    private static Set<PartedUpload> read(Path file) throws IOException {
        Set<PartedUpload> open = new LinkedHashSet<>();
        if (!Files.exists(file)) {
            return open;
        }
        for (String line : Files.readAllLines(file, UTF_8)) {
            String[] fields = line.split(" ", -1);
            if (fields.length != 4 || !line.matches("[+-]( [A-Za-z0-9_=-]+){3}")) {
                continue;
            }
            PartedUpload upload = new PartedUpload(decoded(fields[1]), decoded(fields[2]), decoded(fields[3]));
            if (fields[0].equals("+")) {
                open.add(upload);
            } else {
                open.remove(upload);
            }
        }
        return open;
    }

    private Path file(Scenario scenario) {
        return directory.resolve(scenario.fileName() + SUFFIX);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    }
}
