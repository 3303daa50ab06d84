package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Header fields in their order; names in any case.
 *
 * @param lines names with values, each char of which is a byte of the wire
 */
public record Fields(List<Map.Entry<String, String>> lines) {

    public static final Fields NONE = new Fields(List.of());

    public Fields {
        lines = List.copyOf(lines);
    }

    /** Fields from texts, which go over the wire as UTF-8. */
    public static Fields of(Map<String, String> texts) {
        Fields fields = NONE;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            fields = fields.with(text.getKey(), new String(text.getValue().getBytes(UTF_8), ISO_8859_1));
        }
        return fields;
    }

    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The first value of a name, read as UTF-8. */
    public Optional<String> text(String name) {
        return first(name).map(value -> new String(value.getBytes(ISO_8859_1), UTF_8));
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** With another line, in place of those with its name. */
    public Fields with(String name, String value) {
        return without(name).and(name, value);
    }

    /** With another line at the end. */
    public Fields and(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(lines);
        more.add(Map.entry(name, value));
        return new Fields(more);
    }

    public Fields and(Fields others) {
        Fields all = this;
        for (Map.Entry<String, String> line : others.lines()) {
            all = all.with(line.getKey(), line.getValue());
        }
        return all;
    }

    public Fields without(String name) {
        return only(other -> !other.equals(name.toLowerCase(Locale.ROOT)));
    }

    /** Those whose names, in lower case, are wanted. */
    public Fields only(Predicate<String> wanted) {
        return new Fields(lines.stream()
                .filter(line -> wanted.test(line.getKey().toLowerCase(Locale.ROOT)))
                .toList());
    }
}
