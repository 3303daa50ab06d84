package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a {@code Tagging} (S3 API reference, "GetObjectTagging"). */
final class S3Tags {

    private S3Tags() {}

    /**
     * Names to values.
     *
     * @throws IOException when the body ends early or has no tags; an error in their place is named
     */
    static Map<String, String> read(InputStream body) throws IOException {
        Map<String, String> tags = new TreeMap<>();
        boolean isWhole = false;
        String error = "";
        try {
            XMLStreamReader xml = AnswerXml.of(body);
            String name = null;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "Code" -> error = xml.getElementText();
                        case "Tag" -> name = null;
                        case "Key" -> name = xml.getElementText();
                        case "Value" -> {
                            if (name == null) {
                                throw new IOException("a tag has no name");
                            }
                            tags.put(name, xml.getElementText());
                        }
                        default -> {}
                    }
                }
                isWhole |= event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Tagging");
            }
        } catch (XMLStreamException e) {
            throw AnswerXml.unread(e, new IOException("not well-formed or broken off", e));
        }
        if (!isWhole) {
            throw new IOException("the answer has no tags" + (error.isEmpty() ? "" : " but the error " + error));
        }
        return tags;
    }
}
