package org.multicloudmirror.storage;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request to a store that did not succeed. The message is one line, for the user, without any secret. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern BREAK = Pattern.compile("\\R");

    public StoreException(String message) {
        super(oneLine(message));
    }

    public StoreException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** The lines of a text as one, as the messages of parsers and servers have several; in time linear in its length. */
    public static String oneLine(String message) {
        return BREAK.splitAsStream(message)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Whether the same request may succeed a little later. */
    public boolean isTransient() {
        return false;
    }
}
