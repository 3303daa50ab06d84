package org.multicloudmirror.cloud;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Swift refuses of metadata, in its words ({@code check_metadata} of swift/common/constraints.py). */
final class SwiftLimits {

    private static final String USER = "x-object-meta-";
    private static final int NAME = 128;
    private static final int VALUE = 256;
    private static final int COUNT = 90;
    private static final int TOTAL = 4096;

    private SwiftLimits() {}

    static Optional<Reply> refusal(Call call) {
        List<Map.Entry<String, String>> user =
                call.headers().only(name -> name.startsWith(USER)).lines();
        int total = 0;
        for (Map.Entry<String, String> line : user) {
            String name = line.getKey().substring(USER.length()).toLowerCase(Locale.ROOT);
            if (name.length() > NAME) {
                return Optional.of(refused("Metadata name too long: X-Object-Meta-" + name));
            }
            if (line.getValue().length() > VALUE) {
                return Optional.of(refused("Metadata value longer than 256: X-Object-Meta-" + name));
            }
            total += name.length() + line.getValue().length();
        }
        if (user.size() > COUNT) {
            return Optional.of(refused("Too many metadata items; max 90"));
        }
        return total > TOTAL ? Optional.of(refused("Total metadata too large; max 4096")) : Optional.empty();
    }

    private static Reply refused(String why) {
        return Reply.text(400, "text/plain", why);
    }
}
