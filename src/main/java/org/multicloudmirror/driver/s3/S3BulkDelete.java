package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.multicloudmirror.driver.BulkAnswer;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.StatusMeaning;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.StoreException;

/** The body of {@code DeleteObjects} and of its answer (S3 API reference). */
final class S3BulkDelete {

    /** The most keys of one request. */
    static final int LIMIT = 1000;

    /** As {@code CopyObject}, it may begin with 200 and fail on the way. */
    private static final int BEGAN_WELL = 200;

    private final String store;
    private final String bucket;
    private final Set<String> asked;
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, StoreException> failures = new HashMap<>();
    private String key = "";
    private String code = "";
    private String message = "";
    private boolean hasBegun;
    /** It speaks of keys that were asked for, though that may prove nothing of them. */
    private boolean isUnderstood;

    private S3BulkDelete(String store, String bucket, List<String> keys) {
        this.store = store;
        this.bucket = bucket;
        this.asked = Set.copyOf(keys);
    }

    /**
     * Whether every server takes a key from XML as it is. Control signs need references by number, which simple parsers do
     * not know; XML 1.0 has no place for some characters at all (its production 2, "Char"); white space at the ends is
     * often cut off.
     */
    static boolean canHold(String key) {
        return key.strip().equals(key)
                && key.codePoints()
                        .allMatch(c -> !Character.isISOControl(c)
                                && (c <= 0xd7ff || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000));
    }

    /**
     * The request; the answer is to name each key. Only what XML must have escaped is: there are servers that do not read
     * references by number, and delete what they take for the key.
     */
    static byte[] request(List<String> keys) {
        StringBuilder xml = new StringBuilder("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        for (String key : keys) {
            xml.append("<Object><Key>")
                    .append(key.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</Key></Object>");
        }
        return xml.append("</Delete>").toString().getBytes(UTF_8);
    }

    /**
     * What an answer tells of the keys that were asked for; as far as it goes, where it breaks off or is something else.
     *
     * @param store its name, for messages
     * @throws StoreException when it is an error of the whole request
     */
    static BulkAnswer read(InputStream body, String store, String bucket, List<String> keys) {
        S3BulkDelete answer = new S3BulkDelete(store, bucket, keys);
        try {
            answer.read(AnswerXml.of(body));
        } catch (XMLStreamException e) {
            // what was named up to there is deleted; that it broke off says nothing of the store
            answer.isUnderstood |= answer.hasBegun;
        }
        answer.deleted.removeAll(answer.failures.keySet());
        return new BulkAnswer(answer.deleted, answer.failures, answer.isUnderstood);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                hasBegun |= name.equals("DeleteResult");
                if (name.equals("Deleted") || name.equals("Error")) {
                    key = "";
                    code = "";
                    message = "";
                } else if (name.equals("Key") || name.equals("Code") || name.equals("Message")) {
                    field(name, xml.getElementText());
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                end(xml.getLocalName(), depth == 0);
            }
        }
    }

    private void field(String name, String text) {
        switch (name) {
            case "Key" -> key = text;
            case "Code" -> code = text;
            default -> message = text;
        }
    }

    private void end(String name, boolean isWhole) {
        if (name.equals("Error") && isWhole) {
            throw StatusMeaning.of(
                    ServiceError.told(BEGAN_WELL, code, message), "deleting in " + store + "://" + bucket, store);
        }
        // of a key that nobody asked for, or that was looked for elsewhere, whatever is said proves nothing
        if (!asked.contains(key)) {
            return;
        }
        isUnderstood = true;
        if (code.equals("NoSuchKey")) {
            return;
        }
        if (name.equals("Deleted")) {
            deleted.add(key);
        } else if (name.equals("Error")) {
            failures.put(key, StatusMeaning.of(error(), new ObjectLocation(store, bucket, key).toString(), store));
        }
    }

    private ServiceError error() {
        return ServiceError.told(0, code, message);
    }
}
