package org.multicloudmirror.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whose a file or directory is. */
final class Owner {

    private Owner() {}

    /** What to do where another user's is in the way; in a container root may be kept from it as well. */
    static String remedy(Path path) {
        return "run this as " + words(path) + " (sudo -u, docker exec --user)";
    }

    private static String words(Path path) {
        try {
            return "its owner, " + Files.getOwner(path).getName();
        } catch (IOException e) {
            return "the user of the service";
        }
    }
}
