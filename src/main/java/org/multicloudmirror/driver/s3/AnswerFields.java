package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A short answer in XML: what it is, and the texts in it by the names of their elements. Where it breaks off or is no XML, it has
 * what came before.
 *
 * @param root the name of its outermost element; empty where there is none
 * @param texts the first of each name, whitespace around it apart, references and CDATA resolved
 */
record AnswerFields(String root, Map<String, String> texts) {

    static AnswerFields of(String answer) {
        Map<String, String> texts = new HashMap<>();
        String root = "";
        try {
            XMLStreamReader xml =
                    AnswerXml.of(new ByteArrayInputStream(answer.strip().getBytes(UTF_8)));
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        root = root.isEmpty() ? xml.getLocalName() : root;
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        String told = text.toString().strip();
                        if (!told.isEmpty()) {
                            texts.putIfAbsent(xml.getLocalName(), told);
                        }
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException | UncheckedStreamException e) {
            // what came before it counts
        }
        return new AnswerFields(root, Map.copyOf(texts));
    }

    /** Whether it tells of a failure, whatever the status in front of it. */
    boolean isError() {
        return root.equals("Error");
    }

    /** The text of an element; empty where it is missing. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }
}
