package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;

class DiskSortTest {

    private static final Instant TIME = Instant.parse("2026-11-23T04:00:12.123456789Z");

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
                new ObjectEntry("d", 1, ETag.opaque("d41d8cd98f00b204e9800998ecf8427e"), TIME, false));

        assertThat(sorted(2, pages(entries, 1))).isEqualTo(entries);
    }

    @Test
    void readsPagesOfAThousand() {
        List<ObjectEntry> entries =
                IntStream.range(0, 2500).mapToObj(i -> entry("k" + i, 1)).toList();
        try (DiskSort sort = new DiskSort(300)) {
            Iterator<List<ObjectEntry>> sorted = sort.sorted(pages(entries, 1000));

            assertThat(sorted).toIterable().extracting(List::size).containsExactly(1000, 1000, 500);
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(sorted::next);
        }
    }

    @Test
    void removesItsFiles() throws IOException {
        Set<Path> before = files();
        Set<Path> made;
        try (DiskSort sort = new DiskSort(1)) {
            Iterator<List<ObjectEntry>> sorted = sort.sorted(pages(List.of(entry("a", 1), entry("b", 1)), 1));
            made = since(before);
            assertThat(sorted.next()).hasSize(2);
        }

        assertThat(made).hasSizeGreaterThanOrEqualTo(2);
        assertGone(made);
    }

    @Test
    void removesItsFilesWhenTheListingBreaksOff() throws IOException {
        Set<Path> before = files();
        Set<Path> made;
        try (DiskSort sort = new DiskSort(1)) {
            Iterator<List<ObjectEntry>> broken =
                    Stream.of(1, 0).map(page -> List.of(entry("k", 1 / page))).iterator();
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> sort.sorted(broken));
            made = since(before);
        }

        assertThat(made).isNotEmpty();
        assertGone(made);
    }

    /** Another process may be sorting in the same directory: its files go too, a little later. */
    private static void assertGone(Set<Path> files) {
        await().untilAsserted(() -> assertThat(files).noneMatch(file -> Files.exists(file)));
    }

    private static Set<Path> since(Set<Path> before) throws IOException {
        Set<Path> made = new HashSet<>(files());
        made.removeAll(before);
        return made;
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("multi-cloud-mirror-listing-"))
                    .collect(Collectors.toSet());
        }
    }

    private static List<ObjectEntry> sorted(int chunk, Iterator<List<ObjectEntry>> pages) {
        try (DiskSort sort = new DiskSort(chunk)) {
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
