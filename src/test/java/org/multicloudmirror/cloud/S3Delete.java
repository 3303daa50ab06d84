package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** DeleteObjects. */
final class S3Delete {

    private static final int MOST = 1000;

    private S3Delete() {}

    static Reply answer(Service service, Call call) throws IOException {
        byte[] body = call.bytes();
        if (call.header("Content-MD5").isEmpty()) {
            return Reply.error(400, "InvalidRequest", "Missing required header for this request: Content-MD5");
        }
        if (S3Objects.isWrong(call, body)) {
            return S3Objects.badDigest();
        }
        List<String> keys;
        boolean isQuiet;
        try {
            String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
            keys = keys(text);
            isQuiet = Xml.leaf(text, "Quiet").equals("true");
        } catch (IllegalArgumentException e) {
            return Reply.error(400, "MalformedXML", "The XML you provided was not well-formed");
        }
        if (keys.size() > MOST) {
            return Reply.error(400, "MalformedXML", "Too many keys");
        }
        StringBuilder xml = new StringBuilder("<DeleteResult>");
        for (String key : keys) {
            service.remove(call.bucket(), key);
            if (!isQuiet) {
                xml.append("<Deleted><Key>").append(Xml.escaped(key)).append("</Key></Deleted>");
            }
        }
        return Reply.xml(200, xml.append("</DeleteResult>").toString());
    }

    /** The keys that a request names. */
    static List<String> keys(String request) {
        return Xml.elements(request, "Object").stream()
                .map((Map<String, String> object) -> object.get("Key"))
                .toList();
    }
}
