package org.multicloudmirror.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was meant for a comment behind a value: a properties file takes it for a part of the value. */
final class TrailingComment {

    /** A blank on both sides, or much room in front; "Run #5" is a text. */
    private static final Pattern COMMENT = Pattern.compile("\\S(?:[ \\t]+#(?=\\s|$)|[ \\t]{2,}#)");

    private static final Pattern NAME = Pattern.compile("[ \\t\\f]*((?:\\\\.|[^\\\\=: \\t\\f])+).*");

    private TrailingComment() {}

    /**
     * A line for the user where a value seems to have a comment behind it. It does not tell the value, which may be a
     * secret.
     *
     * @param text the file's, to find the value's line
     */
    static Optional<String> warning(String name, String value, String file, String text) {
        if (!COMMENT.matcher(value).find()) {
            return Optional.empty();
        }
        return Optional.of(file + line(name, text.lines().toList()) + ": " + name
                + " has a # behind its value, which counts as part of the value; put the comment on a line of its own");
    }

    /** The last one counts, as it does for the value. */
    private static String line(String name, List<String> lines) {
        for (int i = lines.size(); i > 0; i--) {
            Matcher matcher = NAME.matcher(lines.get(i - 1));
            if (matcher.matches() && matcher.group(1).replace("\\", "").equals(name)) {
                return ":" + i;
            }
        }
        return "";
    }
}
