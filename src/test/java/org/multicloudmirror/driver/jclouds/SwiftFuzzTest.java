package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.fuzz.Fuzz;
import org.multicloudmirror.fuzz.Mutant;
import org.multicloudmirror.storage.ObjectEntry;

class SwiftFuzzTest {

    private static final Fuzz LISTINGS = new Fuzz("swift-listing");
    private static final Fuzz MANIFESTS = new Fuzz("manifest");
    private static final Fuzz DELETES = new Fuzz("swift-delete");
    private static final List<String> ASKED = List.of("d/e", "\u00fc", "a", "b");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "1")
    void listsKeysOfTheAnswerOnly(@ForAll("seeds") long seed) {
        LISTINGS.each(seed, mutant -> {
            List<ObjectEntry> entries =
                    Fuzz.read(mutant, () -> SwiftListing.read(PageBytes.of(body(mutant))), IOException.class);
            if (entries != null) {
                names(mutant).ifPresent(names -> assertThat(names)
                        .as(mutant.toString())
                        .containsAll(entries.stream().map(ObjectEntry::key).toList()));
            }
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "2")
    void readsManifests(@ForAll("seeds") long seed) {
        MANIFESTS.each(seed, mutant -> {
            List<SwiftManifest.Segment> segments =
                    Fuzz.read(mutant, () -> SwiftManifest.read(body(mutant)), IOException.class);
            if (segments != null) {
                segments.forEach(segment ->
                        assertThat(segment.length()).as(mutant.toString()).isNotNegative());
                names(mutant).ifPresent(names -> assertThat(segments)
                        .as(mutant.toString())
                        .allMatch(segment -> segment.path().isEmpty() || names.contains(segment.path())));
            }
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "3")
    void deletesWhatIsCountedOnly(@ForAll("seeds") long seed) {
        DELETES.each(seed, mutant -> {
            BulkAnswer answer = Fuzz.read(mutant, () -> SwiftBulkDelete.read(body(mutant), "cf", "x", ASKED));
            assertThat(answer).as(mutant.toString()).isNotNull();
            assertThat(ASKED).as(mutant.toString()).containsAll(answer.deleted());
            assertThat(ASKED)
                    .as(mutant.toString())
                    .containsAll(answer.failures().keySet());
            assertThat(answer.failures())
                    .as(mutant.toString())
                    .doesNotContainKeys(answer.deleted().toArray(String[]::new));
        });
    }

    private static InputStream body(Mutant mutant) {
        return new ByteArrayInputStream(mutant.bytes());
    }

    /** What another reader finds; empty where that one does not take the text. */
    private static Optional<Set<String>> names(Mutant mutant) {
        try {
            Set<String> names = new HashSet<>();
            for (JsonNode entry : JSON.readTree(body(mutant))) {
                if (entry.path("name").isTextual()) {
                    names.add(entry.path("name").textValue());
                }
            }
            return Optional.of(names);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
