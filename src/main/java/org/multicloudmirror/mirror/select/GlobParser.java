package org.multicloudmirror.mirror.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** From the text of a glob to what compares keys with it, one pass from left to right. For one thread. */
final class GlobParser {

    /** Characters from one to another. */
    private record Range(int from, int to) {

        boolean has(int c) {
            return from <= c && c <= to;
        }
    }

    private static final IntPredicate NO_SLASH = c -> c != '/';

    private final String text;
    private final AutomatonBuilder automaton = new AutomatonBuilder();
    private final StringBuilder beginning = new StringBuilder();
    private final StringBuilder end = new StringBuilder();
    private boolean isPlainSoFar = true;
    private int at;

    GlobParser(String text) {
        this.text = text;
    }

    /**
     * The glob.
     *
     * @throws InvalidFilterException when something in it is opened and never closed
     */
    Glob parse() {
        while (at < text.length()) {
            step(next());
        }
        if (automaton.isOpen()) {
            throw invalid("{ without }", "{");
        }
        return new Glob(automaton.build(), beginning.toString(), end.toString());
    }

    private void step(int c) {
        switch (c) {
            case '*' -> stars();
            case '?' -> special(() -> automaton.one(NO_SLASH));
            case '[' -> {
                IntPredicate set = set();
                special(() -> automaton.one(set));
            }
            case '{' -> special(automaton::open);
            case '}' -> insideBraces(c, automaton::close);
            case ',' -> insideBraces(c, automaton::or);
            case '\\' -> literal(escaped());
            default -> literal(c);
        }
    }

    private void insideBraces(int c, Runnable step) {
        if (automaton.isOpen()) {
            special(step);
        } else {
            literal(c);
        }
    }

    /** Two stars and a slash at the beginning of a segment may also be nothing. */
    private void stars() {
        boolean isSegment = at == 1 || text.charAt(at - 2) == '/';
        if (!text.startsWith("*", at)) {
            special(() -> automaton.many(NO_SLASH));
            return;
        }
        at++;
        if (isSegment && text.startsWith("/", at)) {
            at++;
            special(() -> {
                automaton.open();
                automaton.many(c -> true);
                automaton.one(c -> c == '/');
                automaton.or();
                automaton.close();
            });
        } else {
            special(() -> automaton.many(c -> true));
        }
    }

    private IntPredicate set() {
        boolean isNegated = text.startsWith("!", at) || text.startsWith("^", at);
        at += isNegated ? 1 : 0;
        List<Range> members = new ArrayList<>();
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
            members.add(new Range(from, to));
            isFirst = false;
        }
        if (at >= text.length()) {
            throw invalid("[ without ]", "[");
        }
        at++;
        IntPredicate isMember = c -> members.stream().anyMatch(range -> range.has(c));
        return isNegated ? NO_SLASH.and(isMember.negate()) : isMember;
    }

    private int member() {
        int c = next();
        return c == '\\' ? escaped() : c;
    }

    private int escaped() {
        if (at >= text.length()) {
            throw invalid("backslash with nothing behind it", "\\");
        }
        return next();
    }

    private int next() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private void literal(int c) {
        automaton.one(character -> character == c);
        if (!automaton.isOpen()) {
            end.appendCodePoint(c);
            if (isPlainSoFar) {
                beginning.appendCodePoint(c);
            }
        }
    }

    private void special(Runnable step) {
        step.run();
        isPlainSoFar = false;
        end.setLength(0);
    }

    private InvalidFilterException invalid(String what, String character) {
        return new InvalidFilterException("the glob \"" + text + "\", which has a " + what + "; write \\" + character
                + " for the character itself");
    }
}
