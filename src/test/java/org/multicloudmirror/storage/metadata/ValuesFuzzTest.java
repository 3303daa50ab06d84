package org.multicloudmirror.storage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.fuzz.Fuzz;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.PartLayout;

class ValuesFuzzTest {

    private static final Fuzz ETAGS = new Fuzz("etags");
    private static final Fuzz PARTS = new Fuzz("parts");
    private static final Fuzz WORDS = new Fuzz("words");
    private static final Fuzz FORMS = new Fuzz("forms");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "1")
    void readsETags(@ForAll("seeds") long seed) {
        ETAGS.each(seed, mutant -> {
            ETag etag = Fuzz.read(mutant, () -> ETag.parse(mutant.text()));
            assertThat(etag).as(mutant.toString()).isNotNull();
            assertThat(etag.isMd5())
                    .as(mutant.toString())
                    .isEqualTo(etag.value().matches("[0-9a-f]{32}"));
            Fuzz.read(mutant, etag::isAssembled);
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "2")
    void readsSizesOfParts(@ForAll("seeds") long seed) {
        PARTS.each(seed, mutant -> {
            List<Long> sizes = Fuzz.read(mutant, () -> PartLayout.sizes(mutant.text()));
            assertThat(sizes).as(mutant.toString()).isNotNull().allMatch(size -> size >= 0);
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "3")
    void readsEncodedWords(@ForAll("seeds") long seed) {
        WORDS.each(seed, mutant -> {
            String text = Fuzz.read(mutant, () -> EncodedWords.decode(mutant.text()));
            assertThat(text).as(mutant.toString()).isNotNull();
            if (!text.equals(mutant.text())) {
                assertThat(EncodedWords.encode(text)).as(mutant.toString()).isEqualTo(mutant.text());
            }
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "4")
    void readsForms(@ForAll("seeds") long seed) {
        FORMS.each(seed, mutant -> {
            Optional<Map<String, String>> fields = Fuzz.read(mutant, () -> FormText.fields(mutant.text()));
            assertThat(fields).as(mutant.toString()).isNotNull();
            Fuzz.read(mutant, () -> PackedFields.unpack(mutant.text()));
        });
    }
}
