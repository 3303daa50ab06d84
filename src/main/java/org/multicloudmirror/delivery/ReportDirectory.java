package org.multicloudmirror.delivery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.multicloudmirror.settings.FileProblem;

/** Where reports are archived. It is made by the first of them. */
public final class ReportDirectory {

    private ReportDirectory() {}

    /**
     * Makes one that is missing.
     *
     * @throws IOException when no report can be archived there; it names the directory and the remedy
     */
    static void make(Path directory) throws IOException {
        try {
            check(directory);
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IOException(complaint(directory, e), e);
        }
    }

    /** What is wrong with one; nothing is made. */
    public static Optional<String> complaint(Path directory) {
        try {
            check(directory);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(complaint(directory, e));
        }
    }

    /** Looks at it, or at that in which it would be made. */
    private static void check(Path directory) throws IOException {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new NotDirectoryException(there.toString());
        }
        if (!Files.isWritable(there)) {
            throw new AccessDeniedException(there.toString());
        }
    }

    private static String complaint(Path directory, IOException failure) {
        return "the directory of reports " + directory + " cannot be used (" + FileProblem.words(failure)
                + "); name another by mirror.report.dir, or by report-dir of the scenario";
    }
}
