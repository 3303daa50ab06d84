package org.multicloudmirror.cloud.quirk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.cloud.Bulk;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Takes a reference to a character in the XML of DeleteObjects for signs of the key, as some emulators do. */
public final class DecodesNoReferences implements Quirk {

    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    @Override
    public Optional<Reply> instead(Call call) throws IOException {
        if (!call.isS3() || !Bulk.isAsked(call)) {
            return Optional.empty();
        }
        List<String> told = new ArrayList<>();
        Matcher keys = KEY.matcher(call.text());
        while (keys.find()) {
            String key = keys.group(1);
            String taken = key.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            call.service().remove(call.bucket(), taken);
            told.add("<Deleted><Key>" + key.replace("&#", "&amp;#") + "</Key></Deleted>");
        }
        return Optional.of(Reply.xml(200, "<DeleteResult>" + String.join("", told) + "</DeleteResult>"));
    }
}
