package org.multicloudmirror.mirror.select;

import java.util.regex.Pattern;

/** The same language as a regular expression, which backtracks: an oracle for short keys. */
final class GlobAsRegex {

    private final Pattern pattern;

    private GlobAsRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a glob.
     *
     * @throws InvalidFilterException when something in it is opened and never closed
     */
    static GlobAsRegex parse(String text) {
        return new GlobAsRegex(Pattern.compile(new Translation(text).regex(), Pattern.DOTALL));
    }

    boolean matches(String key) {
        return pattern.matcher(key).matches();
    }

    /** From a glob to a regular expression, one pass from left to right. */
    private static final class Translation {

        private final String text;
        private final StringBuilder regex = new StringBuilder();
        private int at;
        private int braces;

        Translation(String text) {
            this.text = text;
        }

        String regex() {
            while (at < text.length()) {
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                step(c);
            }
            if (braces > 0) {
                throw invalid("{ without }", "{");
            }
            return regex.toString();
        }

        private void step(int c) {
            switch (c) {
                case '*' -> stars();
                case '?' -> regex.append("[^/]");
                case '[' -> set();
                case '{' -> {
                    braces++;
                    regex.append("(?:");
                }
                case '}' -> {
                    if (braces > 0) {
                        braces--;
                        regex.append(')');
                    } else {
                        literal(c);
                    }
                }
                case ',' -> {
                    if (braces > 0) {
                        regex.append('|');
                    } else {
                        literal(c);
                    }
                }
                case '\\' -> literal(escaped());
                default -> literal(c);
            }
        }

        /** Two stars and a slash at the beginning of a segment may also be nothing. */
        private void stars() {
            boolean isSegment = at == 1 || text.charAt(at - 2) == '/';
            if (!text.startsWith("*", at)) {
                regex.append("[^/]*");
                return;
            }
            at++;
            if (isSegment && text.startsWith("/", at)) {
                at++;
                regex.append("(?:.*/)?");
            } else {
                regex.append(".*");
            }
        }

        private void set() {
            boolean isNegated = text.startsWith("!", at) || text.startsWith("^", at);
            at += isNegated ? 1 : 0;
            StringBuilder members = new StringBuilder();
            boolean isFirst = true;
            while (at < text.length() && (isFirst || text.charAt(at) != ']')) {
                int from = member();
                int to = from;
                if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                    at++;
                    to = member();
                }
                if (to < from) {
                    throw invalid("range that runs backwards", "-");
                }
                members.append(hex(from)).append('-').append(hex(to));
                isFirst = false;
            }
            if (at >= text.length()) {
                throw invalid("[ without ]", "[");
            }
            at++;
            regex.append(isNegated ? "[^/" : "[").append(members).append(']');
        }

        private int member() {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            return c == '\\' ? escaped() : c;
        }

        private int escaped() {
            if (at >= text.length()) {
                throw invalid("backslash with nothing behind it", "\\");
            }
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            return c;
        }

        private void literal(int c) {
            regex.append(hex(c));
        }

        private static String hex(int c) {
            return "\\x{" + Integer.toHexString(c) + "}";
        }

        private InvalidFilterException invalid(String what, String character) {
            return new InvalidFilterException("the glob \"" + text + "\", which has a " + what + "; write \\"
                    + character + " for the character itself");
        }
    }
}
