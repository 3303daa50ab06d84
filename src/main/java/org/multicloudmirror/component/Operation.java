package org.multicloudmirror.component;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an endpoint does with the object that it, or a message, names. */
enum Operation {
    LIST,
    HEAD,
    GET,
    PUT,
    COPY,
    UPDATE,
    DELETE,
    /** Of the keys that the body lists, from one bucket; the body becomes what failed, by key. */
    BULK_DELETE,
    /** Begins a route. */
    CHANGES;

    /**
     * @throws IllegalArgumentException when there is no such operation; it lists those that there are
     */
    static Operation of(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("objectstore:" + name
                        + " is no operation; use one of "
                        + Arrays.stream(values()).map(Operation::word).collect(Collectors.joining(", "))));
    }

    /** As it is written in a URI. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For messages. */
    @Override
    public String toString() {
        return "objectstore:" + word();
    }
}
