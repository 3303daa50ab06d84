package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.multicloudmirror.driver.AnswerJson;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.PercentEncoding;

/** The containers of an account (Object Storage API, "Show account details and list containers"). */
final class SwiftContainerNames {

    private static final int NO_CONTENT = 204;

    private final String store;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;

    SwiftContainerNames(String store, SwiftRequests requests, SwiftDialect dialect) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
    }

    List<String> all() {
        List<String> names = new ArrayList<>();
        List<String> page = page("");
        while (!page.isEmpty()) {
            names.addAll(page);
            String last = page.get(page.size() - 1);
            page = page("&marker=" + PercentEncoding.query(last));
            if (page.contains(last)) {
                throw RequestFailure.broken(what(), new IOException("the page behind " + last + " begins before it"));
            }
        }
        return names;
    }

    private List<String> page(String marker) {
        try (HttpReply reply = requests.account("?format=json" + marker)) {
            if (!reply.isSuccess()) {
                throw dialect.error(reply, what());
            }
            List<String> names = reply.status() == NO_CONTENT ? List.of() : read(reply.answer(AnswerKind.PAGE));
            reply.drain();
            return names;
        } catch (IOException e) {
            throw RequestFailure.broken(what(), e);
        }
    }

    private static List<String> read(InputStream answer) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser json = AnswerJson.FACTORY.createParser(answer)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("the answer is no list of containers");
            }
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("name")) {
                    names.add(String.valueOf(json.nextTextValue()));
                }
            }
        }
        return names;
    }

    private String what() {
        return "listing the containers of " + store + "://";
    }
}
