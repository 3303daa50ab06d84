package org.multicloudmirror.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.multicloudmirror.settings.InvalidSettingException;

/**
 * A place that may have what a store needs.
 *
 * @param place in words for the user
 * @param files that it is read from; they may be replaced later
 * @param search looks there; throws {@link org.multicloudmirror.settings.InvalidSettingException} when what is there
 *     cannot be used, so that no later place wins over it in silence
 */
record Source<T>(String place, Supplier<List<Path>> files, Supplier<Optional<T>> search) {

    /** A place without files, or of such as are never looked at again. */
    Source(String place, Supplier<Optional<T>> search) {
        this(place, List::of, search);
    }

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

    /**
     * What a place that had it has now.
     *
     * @throws InvalidSettingException when it has it no more
     */
    static <T> T again(List<Source<T>> sources, String place) {
        return of(sources, place)
                .search()
                .get()
                .orElseThrow(() -> new InvalidSettingException(place + " had credentials, and has none any more; write"
                        + " them there again, or restart to have them looked for elsewhere"));
    }

    /** The files of a place. */
    static <T> List<Path> files(List<Source<T>> sources, String place) {
        return of(sources, place).files().get();
    }

    private static <T> Source<T> of(List<Source<T>> sources, String place) {
        return sources.stream()
                .filter(source -> source.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    /** All places, for the message that none of them has it. */
    static <T> String places(List<Source<T>> sources) {
        return sources.stream().map(Source::place).collect(Collectors.joining(", "));
    }
}
