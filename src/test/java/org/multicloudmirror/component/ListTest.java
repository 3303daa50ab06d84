package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeRequests.Operation;

/** What works on many objects. */
class ListTest {

    private final RoutesOfOnesOwn own = new RoutesOfOnesOwn();
    private final List<Object> seen = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void bind() {
        own.context().getRegistry().bind("see", (Processor)
                exchange -> seen.add(exchange.getMessage().getBody()));
    }

    @AfterEach
    void stop() {
        own.close();
    }

    @Test
    void everyPageIsListedWhenItIsComeTo() throws Exception {
        List<String> keys = IntStream.range(0, 50)
                .mapToObj(i -> String.format("2026/%02d ${body}\n", i))
                .toList();
        keys.forEach(key -> own.s3().with("photos", key, "1"));
        own.s3().with("photos", "2025", "1").pageSizes(3, 0, 7);
        own.steps("objectstore:list?location=s3://photos/2026/");

        Iterator<?> entries = own.go("").getMessage().getBody(Iterator.class);

        assertThat(own.s3().requests().count(Operation.LIST)).isOne();
        List<String> listed = new ArrayList<>();
        entries.forEachRemaining(entry -> listed.add(((ObjectEntry) entry).key()));
        assertThat(listed).isEqualTo(keys);
    }

    @Test
    void anEntryIsUsableInSimple() throws Exception {
        own.s3().with("photos", "a ${body}", "123");
        own.with(split("""
                          - setBody:
                              simple: "${body.key} ${body.size} ${body.etag} ${body.lastModified}"
                          - process:
                              ref: see
                """, true));

        own.go("");

        ObjectEntry entry = own.s3().object("photos", "a ${body}").entry("a ${body}");
        assertThat(seen).containsExactly("a ${body} 3 " + entry.etag() + " " + entry.lastModified());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListingThatBreaksOffThrows(boolean stops) throws Exception {
        own.s3()
                .with("photos", "a", "1")
                .with("photos", "b", "1")
                .with("photos", "c", "1")
                .pageSizes(1);
        own.s3().requests().fail(Operation.LIST, "photos", 3, new TransientStoreException("503"));
        own.with(split("                          - process: {ref: see}\n", stops));

        Exchange failed = own.go("");

        assertThat(failed.getException())
                .isInstanceOf(TransientStoreException.class)
                .hasMessage("503");
        assertThat(seen).hasSizeLessThan(3);
    }

    @Test
    void aMissingBucketFailsTheList() throws Exception {
        own.steps("objectstore:list?location=s3://other");

        assertThat(own.go("").getException()).isInstanceOf(BucketMissingException.class);
    }

    @Test
    void keysOfABulkDeletionAreBehindTheLocation() throws Exception {
        own.steps("objectstore:bulk-delete?location=s3://photos/p/");
        own.s3().with("photos", "a", "1");
        for (Object body : List.of(List.of("a", "../b\n"), new Object[] {"a", "../b\n"}, entries("p/a", "p/../b\n"))) {
            own.s3().with("photos", "p/a", "1").with("photos", "p/../b\n", "1");

            assertThat(own.go(body).getMessage().getBody()).isEqualTo(Map.of());

            assertThat(own.s3().objects("photos")).containsOnlyKeys("a");
        }
    }

    @Test
    void whatCouldNotBeDeletedIsToldByItsWholeKey() throws Exception {
        StoreException locked = new RejectedException("locked");
        own.s3().with("photos", "p/a", "1").requests().failAlways(Operation.DELETE, "p/a", locked);
        own.steps("objectstore:bulk-delete");

        Exchange ended = own.send(
                "direct:go",
                List.of("p/a", "gone"),
                Map.of(ObjectStoreConstants.LOCATION, new ObjectLocation("s3", "photos", "")));

        assertThat(ended.getMessage().getBody()).isEqualTo(Map.of("p/a", locked));
    }

    @Test
    void aTextIsNoListOfKeys() throws Exception {
        own.steps("objectstore:bulk-delete?location=s3://photos");

        Stream.of("a\nb", List.of(1)).forEach(body -> assertThat(own.go(body).getException())
                .hasMessageStartingWith("objectstore:bulk-delete needs a list as the body, of keys or of a listing's"
                        + " entries; this has java.lang."));
    }

    private List<ObjectEntry> entries(String... keys) {
        return Stream.of(keys)
                .map(key -> own.s3().object("photos", "a").entry(key))
                .toList();
    }

    private static String split(String steps, boolean stops) {
        return """
                - from:
                    uri: direct:go
                    steps:
                      - to: objectstore:list?location=s3://photos
                      - split:
                          simple: "${body}"
                          streaming: true
                          stopOnException: %s
                          steps:
                %s""".formatted(stops, steps);
    }
}
