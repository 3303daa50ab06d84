package org.multicloudmirror.it.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.multicloudmirror.it.servers.Json;

/** A process that has ended, and what it left. */
public final class MirrorRun {

    private final int exitCode;
    private final Path place;

    MirrorRun(int exitCode, Path place) {
        this.exitCode = exitCode;
        this.place = place;
    }

    /**
     * One object of the report.
     *
     * @param result such as {@code copied}
     */
    public record Line(String result, String key, long size, long attempts, String reason) {}

    public int exitCode() {
        return exitCode;
    }

    public String out() {
        return StartedMirror.read(place.resolve("stdout"));
    }

    /** What it wrote to stdout, byte for byte. */
    public byte[] outBytes() {
        try {
            return Files.readAllBytes(place.resolve("stdout"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String err() {
        return StartedMirror.read(place.resolve("stderr"));
    }

    public List<String> outLines() {
        return out().lines().toList();
    }

    public List<String> errLines() {
        return err().lines().toList();
    }

    /** The report as it was written; empty when there is none. */
    public String report() {
        Path file = place.resolve("report.jsonl");
        return Files.exists(file) ? StartedMirror.read(file) : "";
    }

    /** What the report says of the objects. */
    public List<Line> objects() {
        return reported().stream()
                .filter(line -> !line.get("type").equals("summary"))
                .map(line -> new Line(
                        (String) line.get("type"),
                        (String) line.get("key"),
                        (long) line.get("size"),
                        (long) line.get("attempts"),
                        (String) line.get("reason")))
                .toList();
    }

    /** What the report says of the one object of a key. */
    public Line object(String key) {
        List<Line> found =
                objects().stream().filter(line -> line.key().equals(key)).toList();
        if (found.size() != 1) {
            throw new AssertionError("the report has " + found.size() + " lines of \"" + key + "\":\n" + report());
        }
        return found.get(0);
    }

    /** The keys that the report has with a result, in no order. */
    public List<String> keys(String result) {
        return objects().stream()
                .filter(line -> line.result().equals(result))
                .map(Line::key)
                .toList();
    }

    /** The report's last line. */
    public Map<String, Object> summary() {
        List<Map<String, Object>> lines = reported();
        if (lines.isEmpty() || !"summary".equals(lines.get(lines.size() - 1).get("type"))) {
            throw new AssertionError("the report has no summary:\n" + report() + "\n" + err());
        }
        return lines.get(lines.size() - 1);
    }

    /** The files that it left in the directory for temporary ones. */
    public List<String> orphaned() {
        try (Stream<Path> files = Files.list(place.resolve("tmp"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the message of an assertion. */
    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out() + err() + report();
    }

    private List<Map<String, Object>> reported() {
        return Json.objects(report().getBytes(UTF_8));
    }
}
