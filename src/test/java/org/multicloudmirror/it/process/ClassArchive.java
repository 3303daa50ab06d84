package org.multicloudmirror.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What the launcher starts faster with, for the processes of the tests: half the CPU of each start. */
final class ClassArchive {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Those of the launcher that the archive must fit. */
    static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private ClassArchive() {}

    /**
     * The options of a JVM that reads it; made when there is none for this jar. Where it cannot be made or does not fit,
     * the JVM does without.
     */
    static List<String> toRead(Path jar) {
        if (Runtime.version().feature() >= 24) {
            return List.of(); // another kind, which the launcher knows
        }
        Path archive = jar.resolveSibling("it-classes.archive");
        makeUnlessThere(jar, archive);
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off,cds+dynamic=off,class+path=off");
    }

    /** Two JVMs of tests may want it at once. */
    @SuppressWarnings("try") // the lock is held, not used
    private static synchronized void makeUnlessThere(Path jar, Path archive) {
        Path mark = jar.resolveSibling("it-classes.lock");
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(archive) || isOlder(archive, jar)) {
                make(jar, archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOlder(Path archive, Path jar) throws IOException {
        return Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    private static void make(Path jar, Path archive) throws IOException, InterruptedException {
        Path home = Path.of("").toAbsolutePath();
        String server = home.resolve("target/test-classes") + ":" + jar;
        List<String> command = new ArrayList<>(List.of(
                home.resolve("src/build/class-archive").toString(), JAVA, jar.toString(), server, archive.toString()));
        command.addAll(FLAGS);
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            Files.write(archive, new byte[0]); // not again
        }
    }
}
