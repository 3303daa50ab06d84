package org.multicloudmirror.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ForwardingStore;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Upload;

/** The oracle finds what is wrong on purpose. */
class FaultsTest {

    private static final int SEEDS = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    static Stream<Named<Fault>> faults() {
        return Stream.of(
                Named.of("a backup is skipped", destination(SkipsBackups::new)),
                Named.of("something is deleted before the last copy", destination(DeletesFirst::new)),
                Named.of("a wrong size is taken", source(TakesAnotherSize::new)),
                Named.of("the sides of a filter are swapped", new SwapsFilters()),
                Named.of("the marker of a page is lost", source(LosesMarkers::new)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFound(Fault fault) {
        long found = 0;
        for (long seed = 1; seed <= SEEDS && found == 0; seed++) {
            try {
                new Trial(seed, false, directory, fault).hold();
            } catch (AssertionError e) {
                found = seed;
            }
        }
        assertThat(found).as("a seed of the first %d that finds it", SEEDS).isPositive();
    }

    private static Fault destination(UnaryOperator<ObjectStore> fault) {
        return new Fault() {
            @Override
            public ObjectStore destination(ObjectStore store) {
                return fault.apply(store);
            }
        };
    }

    private static Fault source(UnaryOperator<ObjectStore> fault) {
        return new Fault() {
            @Override
            public ObjectStore source(ObjectStore store) {
                return fault.apply(store);
            }
        };
    }

    private static final class SkipsBackups extends ForwardingStore {

        SkipsBackups(ObjectStore store) {
            super(store);
        }

        @Override
        public ETag copy(ObjectLocation source, ObjectInfo as, String bucket, String key) {
            return key.startsWith("old/") ? as.etag() : super.copy(source, as, bucket, key);
        }
    }

    private static final class DeletesFirst extends ForwardingStore {

        DeletesFirst(ObjectStore store) {
            super(store);
        }

        /** It need not even be there. */
        @Override
        public ETag put(String bucket, String key, Upload upload) {
            super.delete(bucket, "never there");
            return super.put(bucket, key, upload);
        }
    }

    private static final class TakesAnotherSize extends ForwardingStore {

        TakesAnotherSize(ObjectStore store) {
            super(store);
        }

        @Override
        public ListingPage list(String bucket, String prefix, @Nullable String from) {
            ListingPage page = super.list(bucket, prefix, from);
            List<ObjectEntry> entries = page.entries().stream()
                    .map(entry -> new ObjectEntry(entry.key(), 11, entry.etag(), entry.lastModified(), false))
                    .toList();
            return new ListingPage(entries, page.next());
        }
    }

    private static final class LosesMarkers extends ForwardingStore {

        LosesMarkers(ObjectStore store) {
            super(store);
        }

        @Override
        public ListingPage list(String bucket, String prefix, @Nullable String from) {
            ListingPage page = super.list(bucket, prefix, from);
            return new ListingPage(
                    page.entries().subList(0, Math.min(3, page.entries().size())), null);
        }
    }

    private static final class SwapsFilters implements Fault {

        @Override
        public String filters(String rules) {
            return rules.replace("+ ", "? ").replace("- ", "+ ").replace("? ", "- ");
        }
    }
}
