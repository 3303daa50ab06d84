package org.multicloudmirror.http;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts native code in front of Java's own before the first connection is encrypted, or the first large body is hashed.
 * Java's is fast with its second compiler only, which the launcher leaves off (docs/decisions.md has the figures); it goes
 * on where the native code cannot be loaded.
 */
public final class NativeCrypto {

    private static final Logger LOG = LoggerFactory.getLogger(NativeCrypto.class);

    private static final String LIBRARY = System.mapLibraryName("amazonCorrettoCryptoProvider");

    /** It loads the library from the library path instead of from a copy that it makes in the temporary directory. */
    private static final String FROM_THE_LIBRARY_PATH = "com.amazon.corretto.crypto.provider.useExternalLib";

    private static final String JAVAS_OWN = "Java's own code: ";

    private static @Nullable String inUse;

    private NativeCrypto() {}

    /** Whose code encrypts and hashes, for people to read; empty while there was nothing that pays for loading it. */
    public static synchronized Optional<String> inUse() {
        return Optional.ofNullable(inUse);
    }

    /** Done once a process. */
    static synchronized void install() {
        if (inUse == null) {
            inUse = installed();
            LOG.debug("ciphers and hashes by {}", inUse);
        }
    }

    private static String installed() {
        Optional<String> obstacle = obstacle(System.getProperty("java.library.path", ""), mappedFiles());
        if (obstacle.isPresent()) {
            return JAVAS_OWN + obstacle.get();
        }
        System.setProperty(FROM_THE_LIBRARY_PATH, "true");
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        if (provider.getLoadingError() != null) {
            return JAVAS_OWN + LIBRARY + " cannot be loaded";
        }
        Security.insertProviderAt(new NativePrimitives(provider), 1);
        return "Amazon Corretto Crypto Provider " + provider.getVersionStr() + " (" + provider.getAwsLcVersionStr()
                + ")";
    }

    /**
     * Why the library is not even tried. Where Java would warn of every native library, one that is not there is no reason
     * to; and musl's loader may take one that is made for glibc, and end the process at the first function that it lacks.
     *
     * @param mappedFiles what Linux tells of the process
     */
    static Optional<String> obstacle(String libraryPath, String mappedFiles) {
        // not a Path: what stands between quotes on Windows, or is no path at all, would be an exception
        boolean isThere = Arrays.stream(libraryPath.split(File.pathSeparator))
                .anyMatch(directory -> new File(directory, LIBRARY).canRead());
        if (!isThere) {
            return Optional.of("there is no " + LIBRARY + " on java.library.path (" + libraryPath + ")");
        }
        return mappedFiles.contains("/ld-musl-")
                ? Optional.of(LIBRARY + " needs glibc, and this is musl")
                : Optional.empty();
    }

    private static String mappedFiles() {
        try {
            return Files.readString(Path.of("/proc/self/maps"));
        } catch (IOException e) {
            return ""; // no Linux
        }
    }
}
