package org.multicloudmirror.cloud;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** As much of XML as the requests have. */
final class Xml {

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    private Xml() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }

    /**
     * The leaves of each element of a name, each element a map.
     *
     * @throws IllegalArgumentException when the text is no XML
     */
    static List<Map<String, String>> elements(String text, String name) {
        List<Map<String, String>> elements = new ArrayList<>();
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
            String leaf = "";
            StringBuilder value = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        leaf = xml.getLocalName();
                        value.setLength(0);
                        if (leaf.equals(name)) {
                            elements.add(new LinkedHashMap<>());
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> value.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals(leaf) && !elements.isEmpty()) {
                            elements.get(elements.size() - 1).put(leaf, value.toString());
                        }
                    }
                    default -> {
                        // comments and the like
                    }
                }
            }
            return elements;
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The text of the only leaf of a name, or nothing. */
    static String leaf(String text, String name) {
        List<Map<String, String>> found = elements(text, name);
        return found.isEmpty() ? "" : found.get(0).getOrDefault(name, "");
    }
}
