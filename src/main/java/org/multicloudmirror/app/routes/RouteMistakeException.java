package org.multicloudmirror.app.routes;

/** A file with routes that the program needs cannot be used. The message is one line. */
public final class RouteMistakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RouteMistakeException(String message) {
        super(message);
    }
}
