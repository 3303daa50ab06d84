package org.multicloudmirror.report;

import org.multicloudmirror.mirror.run.RunStatus;
import org.multicloudmirror.storage.Keys;

/** The words and colors of the HTML mail. Styles are inline, since mail programs drop style sheets. */
final class Html {

    static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    static final String MONOSPACE = "font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace";

    /** A key may be 1,024 characters without a place to break, and may hold several spaces in a row. */
    static final String WRAP = "word-break:break-all;overflow-wrap:anywhere;white-space:pre-wrap";

    private Html() {}

    /** Text that shows as it is: control characters as {@code \}{@code uXXXX}, markup as entities. */
    static String text(String raw) {
        return Keys.printable(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Dark enough for white text: a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3). The word always stands beside. */
    static String color(RunStatus status) {
        return switch (status) {
            case OK -> "#1a7f37";
            case SOME_FAILED, LIMIT_REACHED, DIFFERENT -> "#b54708";
            case GUARDED, LOCKED -> "#475467";
            case COULD_NOT_RUN -> "#b42318";
            case INTERRUPTED -> "#5b4bb7";
        };
    }
}
