package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.TransientStoreException;

/** What a Swift says of its limits at {@code /info}, asked for once; Swift's own defaults where it does not. */
final class SwiftInfo {

    private final SwiftRequests requests;
    private @Nullable PartLimits limits;

    SwiftInfo(SwiftRequests requests) {
        this.requests = requests;
    }

    /**
     * The limits.
     *
     * @throws TransientStoreException when the service cannot answer for now
     */
    synchronized PartLimits limits() {
        PartLimits known = limits;
        if (known == null) {
            known = asked();
            limits = known;
        }
        return known;
    }

    private PartLimits asked() {
        try (HttpReply reply = requests.info()) {
            if (reply.status() / 100 == 5) {
                throw new TransientStoreException("the service's /info: " + reply.status());
            }
            Answer answer = new Answer();
            if (reply.status() == 200) {
                answer.read(AnswerJson.FACTORY.createParser(reply.answer(AnswerKind.INFO)));
            }
            return new PartLimits(answer.file, answer.leastSegment, answer.file, answer.segments);
        } catch (IOException e) {
            throw RequestFailure.broken("the service's /info", e);
        }
    }

    private static final class Answer {

        private long file = 5L << 30;
        private int segments = 1000;
        private long leastSegment = 1;

        void read(JsonParser json) throws IOException {
            boolean hasManifests = false;
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String part = json.currentName();
                json.nextToken();
                hasManifests |= part.equals("slo");
                if (part.equals("swift") || part.equals("slo")) {
                    readPart(json);
                } else {
                    json.skipChildren();
                }
            }
            if (!hasManifests) {
                segments = 1;
            }
        }

        private void readPart(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "max_file_size" -> file = json.getLongValue();
                    case "max_manifest_segments" -> segments = json.getIntValue();
                    case "min_segment_size" -> leastSegment = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        }
    }
}
