package org.multicloudmirror.cloud;

import java.io.IOException;

/** Bulk delete (Object Storage API, "Bulk delete"). */
final class SwiftBulk {

    private SwiftBulk() {}

    static Reply answer(Service service, Call call) throws IOException {
        int deleted = 0;
        int missing = 0;
        for (String line : call.text().split("\n", -1)) {
            String[] named = Percent.decode(line.strip().replaceFirst("^/", "")).split("/", 2);
            if (line.isBlank()) {
                continue;
            }
            if (named.length == 2 && service.object(named[0], named[1]).isPresent()) {
                service.remove(named[0], named[1]);
                deleted++;
            } else {
                missing++;
            }
        }
        return Reply.text(
                200,
                "application/json",
                "{\"Response Status\": \"200 OK\", \"Response Body\": \"\", \"Number Deleted\": " + deleted
                        + ", \"Number Not Found\": " + missing + ", \"Errors\": []}");
    }
}
