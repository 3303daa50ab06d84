package org.multicloudmirror.mirror.select;

/**
 * A pattern of whole keys: {@code *} and {@code ?} stop at a slash, {@code **} does not, {@code [a-z]} and {@code [!a-z]}
 * are one character, <code>{a,b}</code> is either, a backslash takes the next character as it is. Keys are compared
 * character by character, without folding case and without Unicode normalisation. The time of a comparison grows with
 * the length of the key and of the pattern, whatever they are. Pure.
 */
final class Glob {

    private final Automaton automaton;
    private final String beginning;
    private final String end;

    /**
     * @param beginning what all keys that match begin with
     * @param end what all keys that match end with
     */
    Glob(Automaton automaton, String beginning, String end) {
        this.automaton = automaton;
        this.beginning = beginning;
        this.end = end;
    }

    /**
     * Reads a glob.
     *
     * @throws InvalidFilterException when something in it is opened and never closed
     */
    static Glob parse(String text) {
        return new GlobParser(text).parse();
    }

    boolean matches(String key) {
        // most keys differ here already
        return key.startsWith(beginning) && key.endsWith(end) && automaton.accepts(key);
    }
}
