package org.multicloudmirror.driver.jclouds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.multicloudmirror.driver.AnswerJson;

/**
 * The region that Rackspace's identity service calls the account's default (Identity API 2.0, {@code
 * RAX-AUTH:defaultRegion} of the user), which jclouds reads past.
 */
final class DefaultRegion {

    private volatile String name = "";

    /** Its name, or an empty text when the last login told none. */
    String name() {
        return name;
    }

    /** Takes it from the answer to a login. */
    void read(byte[] answer) {
        try (JsonParser json = AnswerJson.FACTORY.createParser(answer)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("RAX-AUTH:defaultRegion")) {
                    name = json.nextTextValue();
                    return;
                }
            }
        } catch (IOException e) {
            // an answer that is no JSON is jclouds' to complain of
        }
    }
}
