package org.multicloudmirror.stores;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A place that may have what a store needs.
 *
 * @param place in words for the user
 * @param search looks there; throws {@link org.multicloudmirror.settings.InvalidSettingException} when what is there
 *     cannot be used, so that no later place wins over it in silence
 */
record Source<T>(String place, Supplier<Optional<T>> search) {

    /**
     * What a place had.
     *
     * @param place where it was
     */
    record Found<T>(String place, T value) {}

    /** Asks the sources in their order. */
    static <T> Optional<Found<T>> first(List<Source<T>> sources) {
        return sources.stream()
                .flatMap(source -> source.search().get().stream().map(value -> new Found<>(source.place(), value)))
                .findFirst();
    }

    /** All places, for the message that none of them has it. */
    static <T> String places(List<Source<T>> sources) {
        return sources.stream().map(Source::place).collect(Collectors.joining(", "));
    }
}
