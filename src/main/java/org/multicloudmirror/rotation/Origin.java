package org.multicloudmirror.rotation;

import java.nio.file.Path;
import java.util.List;

/** Where a value comes from that may be another one later. */
public interface Origin<T> {

    /** The files that it was made of; a missing one counts, too. */
    List<Path> files();

    /**
     * Makes it of what the files hold now.
     *
     * @throws IllegalArgumentException when they do not have what it takes; the message names the file
     */
    T read();
}
