package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpReply;

/** The buckets of an account (S3 API reference, "ListBuckets"). */
final class S3BucketNames {

    private static final String NO_BUCKET = "";

    private final String store;
    private final S3Requests requests;
    private final S3Dialect dialect;

    S3BucketNames(String store, S3Requests requests, S3Dialect dialect) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
    }

    List<String> all() {
        String what = "listing the buckets of " + store + "://";
        try (HttpReply reply = requests.bucket("GET", NO_BUCKET, Collections.emptySortedMap())) {
            if (!reply.isSuccess()) {
                throw dialect.error(reply, what);
            }
            List<String> names = read(reply.answer(AnswerKind.PAGE));
            reply.drain();
            return names;
        } catch (IOException e) {
            throw RequestFailure.broken(what, e);
        }
    }

    private static List<String> read(InputStream answer) throws IOException {
        try {
            List<String> names = new ArrayList<>();
            XMLStreamReader xml = AnswerXml.of(answer);
            boolean isList = false;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("Name")) {
                        names.add(xml.getElementText());
                    }
                    isList |= xml.getLocalName().equals("ListAllMyBucketsResult");
                }
            }
            if (!isList) {
                throw new IOException("the answer is no list of buckets");
            }
            return names;
        } catch (XMLStreamException e) {
            throw AnswerXml.unread(e, new IOException("the answer cannot be read as XML", e));
        }
    }
}
