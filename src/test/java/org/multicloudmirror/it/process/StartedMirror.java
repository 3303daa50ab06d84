package org.multicloudmirror.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A process under way. */
public final class StartedMirror {

    private static final long LONGEST_SECONDS = 60;

    private final Process process;
    private final Path place;

    StartedMirror(Process process, Path place) {
        this.process = process;
        this.place = place;
    }

    /** Sends a signal, such as {@code INT}. */
    public StartedMirror signal(String name) {
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its log so far. */
    public String err() {
        return read(place.resolve("stderr"));
    }

    public long pid() {
        return process.pid();
    }

    /** What {@code ps} shows of it to everybody. */
    public String commandLine() {
        return read(Path.of("/proc", Long.toString(process.pid()), "cmdline")).replace('\0', ' ');
    }

    /** Waits until a server that it talks to has come so far. */
    public StartedMirror awaitUntil(CountDownLatch reached) {
        return awaitUntil(() -> reached.getCount() == 0);
    }

    /** Waits until its log has a text. */
    public StartedMirror awaitErr(String text) {
        return awaitUntil(() -> err().contains(text));
    }

    private StartedMirror awaitUntil(BooleanSupplier condition) {
        try {
            Awaitility.await().until(() -> condition.getAsBoolean() || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("it did not come so far:\n" + await());
        }
        return this;
    }

    /** Writes a setting into its configuration file while it runs; the last line of a name counts. */
    public StartedMirror change(String setting, Object value) {
        try {
            Files.writeString(
                    place.resolve("it.properties"), "\n" + setting + "=" + value + "\n", StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; a process that takes far too long is ended. */
    public MirrorRun await() {
        try {
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        "it did not end in " + LONGEST_SECONDS + " s:\n" + read(place.resolve("stderr")));
            }
            return new MirrorRun(process.exitValue(), place);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
