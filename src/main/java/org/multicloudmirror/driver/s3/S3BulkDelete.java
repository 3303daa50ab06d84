package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/** The body of {@code DeleteObjects} and of its answer (S3 API reference). */
final class S3BulkDelete {

    /** The most keys of one request. */
    static final int LIMIT = 1000;

    private static final XMLInputFactory XML = S3Listing.factory();
    private static final Set<String> TRANSIENT = Set.of("InternalError", "SlowDown", "ServiceUnavailable");

    private S3BulkDelete() {}

    /** Whether XML 1.0 can hold a key (its production 2, "Char"); a reference to another character is no XML either. */
    static boolean canHold(String key) {
        return key.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xd7ff)
                        || (c >= 0xe000 && c <= 0xfffd)
                        || c >= 0x10000);
    }

    /** The request; the answer is to name failures only. */
    static byte[] request(List<String> keys) {
        StringBuilder xml =
                new StringBuilder("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>");
        for (String key : keys) {
            xml.append("<Object><Key>");
            // what is not a plain letter or digit is written as a number: a parser may fold white space otherwise
            key.codePoints().forEach(c -> {
                if (Character.isLetterOrDigit(c) && c < 0x80) {
                    xml.append((char) c);
                } else {
                    xml.append("&#").append(c).append(';');
                }
            });
            xml.append("</Key></Object>");
        }
        return xml.append("</Delete>").toString().getBytes(UTF_8);
    }

    /**
     * What an answer says of keys that were not deleted.
     *
     * @param where the bucket, for messages
     * @throws IOException when the answer breaks off or is none, or names no key that was asked for
     */
    static Map<String, StoreException> failures(InputStream body, List<String> keys, String where) throws IOException {
        Map<String, StoreException> failures = new HashMap<>();
        Set<String> asked = Set.copyOf(keys);
        boolean isWhole = false;
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(body, "UTF-8");
            String key = "";
            String code = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "Key" -> key = xml.getElementText();
                        case "Code" -> code = xml.getElementText();
                        default -> {
                            // the message says no more than the code
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "Error" -> {
                            if (!asked.contains(key)) {
                                throw new IOException("the answer is about another key, with " + code);
                            }
                            failures.put(key, failure(where + "/" + key + ": " + code, code));
                        }
                        case "DeleteResult" -> isWhole = true;
                        default -> {
                            // inside of these
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the answer is not well-formed or broke off: " + e.getMessage(), e);
        }
        if (!isWhole) {
            throw new IOException("the answer does not tell what was deleted");
        }
        return failures;
    }

    private static StoreException failure(String line, String code) {
        if (code.equals("AccessDenied")) {
            return new AccessDeniedException(line);
        }
        return TRANSIENT.contains(code) ? new TransientStoreException(line) : new RejectedException(line);
    }
}
