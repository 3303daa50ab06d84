package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.PageBytes;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.fuzz.Fuzz;
import org.multicloudmirror.fuzz.Mutant;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.StoreException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class S3FuzzTest {

    private static final Fuzz LISTINGS = new Fuzz("s3-listing");
    private static final Fuzz DELETES = new Fuzz("s3-delete");
    private static final Fuzz TAGS = new Fuzz("tags");
    private static final List<String> ASKED = List.of("a", "b & c", "d/e");

    @Provide
    Arbitrary<Long> seeds() {
        return Fuzz.seeds();
    }

    @Property(tries = Fuzz.TRIES, seed = "1")
    void listsKeysOfTheAnswerOnly(@ForAll("seeds") long seed) {
        LISTINGS.each(seed, mutant -> {
            S3Page page = Fuzz.read(
                    mutant,
                    () -> S3Listing.read(PageBytes.of(body(mutant)), "", new ListedKeys(QuirkMemory.of("s3"))),
                    IOException.class);
            if (page != null) {
                texts(mutant, "Key").ifPresent(keys -> assertThat(keys)
                        .as(mutant.toString())
                        .containsAll(
                                page.entries().stream().map(ObjectEntry::key).toList()));
            }
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "2")
    void deletesWhatIsNamedOnly(@ForAll("seeds") long seed) {
        DELETES.each(seed, mutant -> {
            BulkAnswer answer =
                    Fuzz.read(mutant, () -> S3BulkDelete.read(body(mutant), "s3", "b", ASKED), StoreException.class);
            if (answer != null) {
                assertThat(ASKED).as(mutant.toString()).containsAll(answer.deleted());
                assertThat(ASKED)
                        .as(mutant.toString())
                        .containsAll(answer.failures().keySet());
                assertThat(answer.failures())
                        .as(mutant.toString())
                        .doesNotContainKeys(answer.deleted().toArray(String[]::new));
                texts(mutant, "Key")
                        .ifPresent(
                                keys -> assertThat(keys).as(mutant.toString()).containsAll(answer.deleted()));
            }
        });
    }

    @Property(tries = Fuzz.TRIES, seed = "3")
    void readsTags(@ForAll("seeds") long seed) {
        TAGS.each(seed, mutant -> {
            Map<String, String> tags = Fuzz.read(mutant, () -> S3Tags.read(body(mutant)), IOException.class);
            if (tags != null) {
                texts(mutant, "Key")
                        .ifPresent(
                                keys -> assertThat(keys).as(mutant.toString()).containsAll(tags.keySet()));
                texts(mutant, "Value")
                        .ifPresent(values ->
                                assertThat(values).as(mutant.toString()).containsAll(tags.values()));
            }
        });
    }

    private static InputStream body(Mutant mutant) {
        return new ByteArrayInputStream(mutant.bytes());
    }

    /** What another parser finds, as it stands and decoded; empty where that one does not take the document. */
    private static Optional<Set<String>> texts(Mutant mutant, String element) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(body(mutant));
            Set<String> texts = new HashSet<>();
            NodeList found = document.getElementsByTagNameNS("*", element);
            for (int i = 0; i < found.getLength(); i++) {
                String text = found.item(i).getTextContent();
                texts.add(text);
                decoded(text).ifPresent(texts::add);
                // of what is no UTF-8
                texts.add(FormDecoding.decoded(text));
            }
            return Optional.of(texts);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
