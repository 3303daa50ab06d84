package org.multicloudmirror.control;

import java.nio.file.Path;

/** A service that cannot be asked or told. The message is one line. */
public final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ControlException(String message) {
        super(message);
    }

    static ControlException notReadable(Path file) {
        return new ControlException(file + " cannot be read (permission denied); " + Owner.remedy(file));
    }
}
