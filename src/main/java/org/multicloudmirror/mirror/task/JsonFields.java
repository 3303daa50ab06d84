package org.multicloudmirror.mirror.task;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.multicloudmirror.storage.Keys;

/** The fields of a JSON object, each to be read once: what is missing, of another kind or left over is told by name. */
final class JsonFields {

    static final String SCHEMA = "schema";
    static final String TYPE = "type";

    /** A value that no schema has so far; of a newer one it is told as such. */
    private static final Object UNKNOWN = new Object();

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String what;
    private final Map<String, Object> values;

    private JsonFields(String what, Map<String, Object> values) {
        this.what = what;
        this.values = values;
    }

    /**
     * Reads a text that is one object.
     *
     * @param newest the newest schema that is understood
     */
    static <T> T read(String type, String text, int newest, Function<JsonFields, T> reader) {
        JsonFields fields = new JsonFields("the " + type, parsed(type, text));
        long schema = fields.number(SCHEMA);
        if (schema < 1) {
            throw new InvalidJsonFormException(
                    "the " + type + " is of schema " + schema + ", and there is none before 1");
        }
        if (schema > newest) {
            throw new InvalidJsonFormException("the " + type + " is of schema " + schema
                    + ", and this version reads up to " + newest + ": update it");
        }
        String told = fields.text(TYPE);
        if (!told.equals(type)) {
            throw new InvalidJsonFormException("the " + type + " says that it is a \"" + Keys.printable(told) + "\"");
        }
        return fields.whole(reader);
    }

    private static Map<String, Object> parsed(String type, String text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidJsonFormException("the " + type + " is no JSON object");
            }
            Map<String, Object> values = object(json);
            if (json.nextToken() != null) {
                throw new InvalidJsonFormException("the " + type + " is followed by more");
            }
            return values;
        } catch (IOException e) {
            throw new InvalidJsonFormException("the " + type + " is no JSON: it breaks off or is malformed");
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.put(name, value(json));
        }
        return values;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> json.getNumberType() == NumberType.BIG_INTEGER ? UNKNOWN : json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> json.getText();
            case VALUE_NULL, VALUE_NUMBER_FLOAT -> UNKNOWN;
            default -> throw new IOException("no such value is written");
        };
    }

    private <T> T whole(Function<JsonFields, T> reader) {
        T read = reader.apply(this);
        if (!values.isEmpty()) {
            throw new InvalidJsonFormException(what + " has a field that this version does not know: "
                    + Keys.printable(values.keySet().iterator().next()));
        }
        return read;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return take(name, String.class);
    }

    long number(String name) {
        return take(name, Long.class);
    }

    /** A number from 0. */
    long count(String name) {
        long number = number(name);
        if (number < 0) {
            throw wrong(name);
        }
        return number;
    }

    /** A number from 1. */
    long positive(String name) {
        long number = number(name);
        if (number < 1) {
            throw wrong(name);
        }
        return number;
    }

    /** A number from 0 that is not large. */
    int integer(String name) {
        return whole(name, count(name));
    }

    boolean flag(String name) {
        return take(name, Boolean.class);
    }

    Instant time(String name) {
        return parsed(name, Instant::parse);
    }

    Duration duration(String name) {
        return parsed(name, Duration::parse);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name));
    }

    <T> T object(String name, Function<JsonFields, T> reader) {
        return new JsonFields(what + "'s " + name, map(name, take(name))).whole(reader);
    }

    <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> objects = new ArrayList<>();
        for (Object one : list(name)) {
            objects.add(new JsonFields(what + "'s " + name, map(name, one)).whole(reader));
        }
        return objects;
    }

    List<String> texts(String name) {
        return list(name).stream().map(one -> as(name, one, String.class)).toList();
    }

    List<Integer> integers(String name) {
        return list(name).stream()
                .map(one -> whole(name, as(name, one, Long.class)))
                .toList();
    }

    /** An object whose fields are all numbers, by their names. */
    private List<?> list(String name) {
        if (take(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    private Map<String, Object> map(String name, Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw wrong(name);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        fields.forEach((key, one) -> map.put(String.valueOf(key), one));
        return map;
    }

    private <T> T take(String name, Class<T> type) {
        return as(name, take(name), type);
    }

    private Object take(String name) {
        Object value = values.remove(name);
        if (value == null) {
            throw new InvalidJsonFormException(what + " has no " + name);
        }
        return value;
    }

    private <T> T as(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw wrong(name);
        }
        return type.cast(value);
    }

    private <T> T parsed(String name, Function<String, T> parser) {
        try {
            return parser.apply(text(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    private int whole(String name, long number) {
        if (number != (int) number) {
            throw wrong(name);
        }
        return (int) number;
    }

    private InvalidJsonFormException wrong(String name) {
        return new InvalidJsonFormException(what + " has a " + name + " that cannot be read");
    }
}
