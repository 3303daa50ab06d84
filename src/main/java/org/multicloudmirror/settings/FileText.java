package org.multicloudmirror.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file in UTF-8, without the mark that some editors put at its head. */
public final class FileText {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private FileText() {}

    /**
     * The text.
     *
     * @throws IOException when it cannot be read, or is not UTF-8
     */
    public static String read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
