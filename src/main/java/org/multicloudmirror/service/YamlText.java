package org.multicloudmirror.service;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A text that is to be YAML: its nodes, or what keeps it from being any, and where. */
final class YamlText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|\n");

    /** The digits of the longest escaped character; shorter ones hold no number that is too large to be read. */
    private static final int DIGITS = 8;

    private final String text;
    private final LoadSettings settings;
    private final StreamReader reader;
    private final Events events;

    private YamlText(String text) {
        this.text = text;
        // all in one piece: where its buffer ends between two surrogates, the reader fails
        this.settings = LoadSettings.builder().setBufferSize(text.length() + 2).build();
        this.reader = new StreamReader(settings, text);
        this.events = new Events(settings, reader);
    }

    /**
     * Its only document; empty when it holds none, or cannot be read.
     *
     * @param mistakes gets why it cannot be read
     */
    static Optional<Node> root(String text, List<Mistake> mistakes) {
        return new YamlText(text).root(mistakes);
    }

    private Optional<Node> root(List<Mistake> mistakes) {
        Mistake mistake;
        try {
            return new Composer(settings, events).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            mistake = mistake(e.getProblemMark().map(Mark::getLine).orElse(0), problem(e));
        } catch (ReaderException e) {
            mistake = mistake(lineEndsBefore(e.getPosition()), e.getMessage());
        } catch (YamlEngineException e) {
            mistake = mistake(0, e.getMessage());
        } catch (NumberFormatException e) {
            mistake = mistake(reader.getLine(), noCharacter());
        } catch (IllegalArgumentException e) {
            mistake = mistake(events.line, e.getMessage());
        } catch (StackOverflowError e) {
            // the reader has no limit of its own, and whoever watches the file goes on
            mistake = mistake(0, "it is nested too deeply");
        }
        mistakes.add(mistake);
        return Optional.empty();
    }

    /**
     * @param line from 0
     */
    private static Mistake mistake(int line, @Nullable String problem) {
        return new Mistake(line + 1, "not well-formed YAML: " + problem);
    }

    /** What is wrong with an escaped character that the reader fails at: there are no digits, or too large a number. */
    private String noCharacter() {
        return reader.peek() == 0
                ? "it ends within an escaped character"
                : "found unknown escape character " + reader.prefix(DIGITS);
    }

    /**
     * @param position in code points
     */
    private int lineEndsBefore(int position) {
        String before = text.substring(0, text.offsetByCodePoints(0, position));
        return (int) LINE_END.matcher(before).results().count();
    }

    private static String problem(MarkedYamlEngineException failure) {
        String context = failure.getContext();
        String problem = failure.getProblem();
        return context == null || context.isEmpty() ? problem : context + ", " + problem;
    }

    /** Remembers where the last one is: a tag that is none fails without its place. */
    private static final class Events extends ParserImpl {

        private int line;

        Events(LoadSettings settings, StreamReader reader) {
            super(settings, reader);
        }

        @Override
        public Event next() {
            Event event = super.next();
            line = event.getStartMark().map(Mark::getLine).orElse(line);
            return event;
        }
    }
}
