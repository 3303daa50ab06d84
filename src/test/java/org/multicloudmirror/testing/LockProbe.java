package org.multicloudmirror.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells whether a file is locked, as another process sees it. */
public final class LockProbe {

    private static final int LOCKED = 3;

    private LockProbe() {}

    /** Argument: the file. */
    public static void main(String[] args) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                Runtime.getRuntime().halt(LOCKED);
            }
        }
    }

    /** Asks another process. */
    public static boolean isLocked(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockProbe.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        return process.waitFor() == LOCKED;
    }
}
