package org.multicloudmirror.it.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whose code encrypts in a process, as the launcher chooses it: by where libraries are looked for. */
public enum Crypto {
    NATIVE(Path.of("target", "native", System.getProperty("os.arch")).toAbsolutePath()),
    JAVA(Path.of("target", "native", "none").toAbsolutePath());

    private final Path libraries;

    Crypto(Path libraries) {
        this.libraries = libraries;
    }

    /** The directory where a library would be. */
    public Path libraries() {
        return libraries;
    }

    /** How the process begins to tell what it uses: not all machines have native code. */
    public String told() {
        return Files.isDirectory(libraries) ? "Amazon Corretto Crypto Provider " : "Java's own code: there is no ";
    }
}
