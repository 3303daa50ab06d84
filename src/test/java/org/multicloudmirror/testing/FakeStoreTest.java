package org.multicloudmirror.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.testing.FakeRequests.Operation;

/** What the other tests take for granted. */
class FakeStoreTest {

    private final FakeStore store = new FakeStore();

    @Test
    void listsPagesOfThePrefix() {
        store.with("b", "a", "")
                .with("b", "p/1", "")
                .with("b", "p/2", "")
                .with("b", "p/3", "")
                .with("b", "q", "");
        store.pageSizes(2);

        assertThat(pages("p/")).containsExactly(List.of("p/1", "p/2"), List.of("p/3"));
        assertThat(pages("")).containsExactly(List.of("a", "p/1"), List.of("p/2", "p/3"), List.of("q"));
        assertThat(store.requests().count(Operation.LIST, "b")).isEqualTo(5);
    }

    @Test
    void listsEmptyPagesInTheMiddle() {
        store.with("b", "1", "").with("b", "2", "").pageSizes(0, 1, 0, 5);

        assertThat(pages("")).containsExactly(List.of(), List.of("1"), List.of(), List.of("2"));
    }

    @Test
    void leadsToAnEmptyPageWhenItIsTold() {
        store.with("b", "1", "").pageSizes(1).endsWithEmptyPage();

        assertThat(pages("")).containsExactly(List.of("1"), List.of());
    }

    @Test
    void listsInTheOrderThatItIsTold() {
        store.with("b", "1", "").with("b", "2", "").with("b", "3", "").pageSizes(2);
        store.listedAs(entries -> {
            List<ObjectEntry> reversed = new ArrayList<>(entries);
            Collections.reverse(reversed);
            return reversed;
        });

        assertThat(pages("")).containsExactly(List.of("3", "2"), List.of("1"));
    }

    @Test
    void keepsWhatItHadWhenAnUploadIsCorruptOrShort() {
        store.with("b", "k", "old");

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> put("new", 3, FakeObject.of("other").info().etag()));
        assertThatExceptionOfType(TransientStoreException.class)
                .isThrownBy(() -> put("ne", 3, ETag.NONE))
                .withMessage("fake://b/k: the body ended after 2 of 3 bytes");
        assertThat(store.object("b", "k").text()).isEqualTo("old");
    }

    @Test
    void readsExactlyTheAnnouncedBytes() throws IOException {
        store.bucket("b");
        InputStream body = new ByteArrayInputStream("newer".getBytes(UTF_8));

        ETag written = store.put("b", "k", new Upload(ObjectMetadata.EMPTY, 3, ETag.NONE, body));

        assertThat(written).isEqualTo(ETag.parse("22af645d1859cb5ca6da0c484f1f37ea"));
        assertThat(body.readAllBytes()).asString(UTF_8).isEqualTo("er");
        assertThat(store.object("b", "k").text()).isEqualTo("new");
    }

    @Test
    void failsWhereItIsTold() throws IOException {
        store.with("b", "k", "text");
        store.requests()
                .fail(Operation.GET, "k", 1, new AccessDeniedException("no"))
                .breakOff("k", 2, 2)
                .corrupt("k", 3)
                .cutShort("k", 4, 1);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> store.get("b", "k"));
        assertThatExceptionOfType(IOException.class).isThrownBy(this::read);
        assertThat(read()).hasSize(4).isNotEqualTo("text");
        assertThat(read()).isEqualTo("t");
        assertThat(read()).isEqualTo("text");
    }

    @Test
    void missesWhatIsNotThere() {
        assertThatExceptionOfType(BucketMissingException.class).isThrownBy(() -> store.list("b", "", null));
        assertThatExceptionOfType(ObjectGoneException.class)
                .isThrownBy(() -> store.bucket("b").get("b", "k"))
                .withMessage("fake://b/k: not found");
    }

    private List<List<String>> pages(String prefix) {
        List<List<String>> pages = new ArrayList<>();
        String from = null;
        do {
            ListingPage page = store.list("b", prefix, from);
            pages.add(page.entries().stream().map(ObjectEntry::key).toList());
            from = page.next();
        } while (from != null);
        return pages;
    }

    private ETag put(String text, int size, ETag expected) {
        InputStream body = new ByteArrayInputStream(text.getBytes(UTF_8));
        return store.put("b", "k", new Upload(ObjectMetadata.EMPTY, size, expected, body));
    }

    private String read() throws IOException {
        try (ObjectContent content = store.get("b", "k")) {
            return new String(content.body().readAllBytes(), UTF_8);
        }
    }
}
