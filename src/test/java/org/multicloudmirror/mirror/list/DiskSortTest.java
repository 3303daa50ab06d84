package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class DiskSortTest {

    private static final Instant TIME = Instant.parse("2026-11-23T04:00:12.123456789Z");

    private final Path directory;

    DiskSortTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "10, 10", "11, 10", "99, 1", "2500, 100", "2500, 100000"})
    void sortsWhateverTheChunks(int count, int chunk) {
        List<ObjectEntry> entries = IntStream.range(0, count)
                .mapToObj("k%04d"::formatted)
                .map(key -> entry(key, 1))
                .toList();
        List<ObjectEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(sorted(chunk, pages(shuffled, 7))).isEqualTo(entries);
    }

    @Test
    void sortsByUtf8Bytes() {
        List<ObjectEntry> entries = Stream.of("", "a", "é", "\uE000", "\uFFFF", "\uD83C\uDF0A")
                .map(key -> entry(key, 1))
                .toList();
        List<ObjectEntry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);

        assertThat(sorted(2, pages(reversed, 1))).isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "2, 1", "1, 1"})
    void keepsOneOfEqualKeys(int chunk, int page) {
        List<ObjectEntry> entries = Stream.of("b", "a", "b", "a", "a", "c", "b")
                .map(key -> entry(key, 1))
                .toList();

        assertThat(sorted(chunk, pages(entries, page)))
                .extracting(ObjectEntry::key)
                .containsExactly("a", "b", "c");
    }

    @Test
    void keepsEveryField() {
        List<ObjectEntry> entries = List.of(
                new ObjectEntry("a", 0, ETag.NONE, Instant.EPOCH, true),
                new ObjectEntry("b", 5L << 40, ETag.opaque("x-2"), TIME, false),
                new ObjectEntry("c", 1, ETag.parse("d41d8cd98f00b204e9800998ecf8427e"), TIME, false),
                new ObjectEntry("d", 1, ETag.opaque("d41d8cd98f00b204e9800998ecf8427e"), TIME, false),
                // what a server listed that is no text
                new ObjectEntry("e\udc80", 1, ETag.NONE, TIME, false));

        assertThat(sorted(2, pages(entries, 1))).isEqualTo(entries);
    }

    @Test
    void readsPagesOfAThousand() {
        List<ObjectEntry> entries = IntStream.range(0, 2500)
                .mapToObj(i -> entry("k%05d".formatted(i), 1))
                .toList();
        for (SortSpace some : List.of(space(300), space(1_000_000))) {
            try (DiskSort sort = new DiskSort(some)) {
                Iterator<List<ObjectEntry>> sorted = sort.sorted(pages(entries, 1000));

                assertThat(sorted).toIterable().extracting(List::size).containsExactly(1000, 1000, 500);
                assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(sorted::next);
            }
        }
    }

    /** The file has no name, so that a process that is killed leaves none; and what is read needs it no longer. */
    @Test
    void keepsItsFileAsLongAsItIsNeeded() throws IOException {
        SortSpace some = space(10);
        try (DiskSort sort = new DiskSort(some);
                DiskSort other = new DiskSort(some)) {
            IntStream.range(0, 1_000).forEach(i -> sort.add(entry("k" + i, 1)));
            IntStream.range(0, 1_000).forEach(i -> other.add(entry("k" + i, 1)));

            assertThat(some.files()).isOne();
            assertThat(directory).isEmptyDirectory();
            sort.pages().forEachRemaining(page -> {});
            assertThat(some.files()).isOne();
            other.pages().forEachRemaining(page -> {});
            assertThat(some.files()).isZero();
        }
        assertThat(some.files()).isZero();
    }

    @Test
    void givesEverythingBackWhenTheListingBreaksOff() {
        SortSpace some = new SortSpace(directory, 1 << 20, 100);
        try (DiskSort sort = new DiskSort(some)) {
            Iterator<List<ObjectEntry>> broken = Stream.of(1, 1, 1, 0)
                    .map(page -> Collections.nCopies(3_000, entry("k", 1 / page)))
                    .iterator();
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> sort.sorted(broken));
            assertThat(some.files()).isOne();
        }

        assertThat(some.files()).isZero();
        assertThat(some.take(1 << 20)).as("all of the memory").isTrue();
    }

    /** A run of many ranges gathers extras in each of them. */
    @Test
    void sharesMemoryAndOneFileAmongManySorts() {
        SortSpace some = new SortSpace(directory, 1 << 20, 1 << 10);
        List<DiskSort> sorts =
                Stream.generate(() -> new DiskSort(some)).limit(200).toList();
        for (DiskSort sort : sorts) {
            IntStream.range(0, 5_000).map(i -> i * 7 % 5_000).forEach(i -> sort.add(entry("k%04d".formatted(i), i)));
            sort.rest();
        }

        assertThat(some.files()).isOne();
        assertThat(some.take(1 << 20)).as("nothing is held by who waits").isTrue();
        for (DiskSort sort : sorts) {
            List<ObjectEntry> all = new ArrayList<>();
            sort.pages().forEachRemaining(all::addAll);
            assertThat(all)
                    .extracting(ObjectEntry::size)
                    .isEqualTo(LongStream.range(0, 5_000).boxed().toList());
            sort.close();
        }
        assertThat(some.files()).isZero();
    }

    /** More chunks than are merged at a time, and no memory but for one entry. */
    @Test
    void mergesAnyNumberOfChunks() {
        List<ObjectEntry> entries = IntStream.range(0, 3_000)
                .mapToObj(i -> entry("k%05d".formatted(i), 1))
                .toList();
        List<ObjectEntry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);

        assertThat(sorted(1, pages(reversed, 1_000))).isEqualTo(entries);
    }

    @Test
    void saysWhereItCannotWrite() {
        SortSpace nowhere = new SortSpace(directory.resolve("missing"), 0, 0);
        try (DiskSort sort = new DiskSort(nowhere)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> sort.add(entry("k", 1)))
                    .withMessageStartingWith("writing a sorted listing in the temporary directory: " + directory);
        }
    }

    /** Room for about as many entries. */
    private SortSpace space(int entries) {
        return new SortSpace(directory, 0, 170L * entries);
    }

    private List<ObjectEntry> sorted(int chunk, Iterator<List<ObjectEntry>> pages) {
        try (DiskSort sort = new DiskSort(space(chunk))) {
            List<ObjectEntry> all = new ArrayList<>();
            sort.sorted(pages).forEachRemaining(all::addAll);
            return all;
        }
    }

    private static Iterator<List<ObjectEntry>> pages(List<ObjectEntry> entries, int size) {
        return IntStream.iterate(0, i -> i < entries.size(), i -> i + size)
                .mapToObj(i -> entries.subList(i, Math.min(i + size, entries.size())))
                .iterator();
    }

    private static ObjectEntry entry(String key, long size) {
        return new ObjectEntry(key, size, ETag.NONE, TIME, false);
    }
}
