package org.multicloudmirror.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who has a lock, as its file says it: a line for people, and one for other runs as long as it is held.
 *
 * @param who such as {@code pid 4711, since 2026-11-23T04:00:01Z}
 */
record Holder(String who, Claim claim) {

    /** A line for people is no longer, and a file with a claim is longer. */
    private static final int LIMIT = 100;

    /** Names of stores, buckets and prefixes end before. */
    private static final int LONGEST = 64 << 10;

    static Holder now(Claim claim) {
        return new Holder(
                "pid " + ProcessHandle.current().pid() + ", since "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS),
                claim);
    }

    /** Writes it into a file that is locked. */
    void write(FileChannel file) throws IOException {
        file.truncate(0).write(ByteBuffer.wrap((who + "\n" + claim.text()).getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Who had it stays in its file. */
    void withdraw(FileChannel file) throws IOException {
        file.truncate(who.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What a file says; empty where it has no claim, or cannot be read. */
    static Optional<Holder> read(Path file) {
        try {
            long size = Files.size(file);
            List<String> lines = size > LIMIT && size < LONGEST ? Files.readAllLines(file) : List.of();
            return lines.size() == 2
                    ? Claim.read(lines.get(1)).map(claim -> new Holder(shown(lines.get(0)), claim))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Who has the lock of a file, or had it last. */
    static String whoHas(Path file) {
        try {
            return shown(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            return "a process that cannot be told";
        }
    }

    /** Anybody may have written it. */
    private static String shown(String line) {
        return line.substring(0, Math.min(LIMIT, line.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
