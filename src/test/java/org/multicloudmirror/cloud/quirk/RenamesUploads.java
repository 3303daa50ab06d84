package org.multicloudmirror.cloud.quirk;

import java.util.Map;
import java.util.TreeMap;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/** Gives the one upload of a test a name of its own. */
public final class RenamesUploads implements Quirk {

    private static final String ASKED = "uploadId";

    private final String id;
    private final String written;
    private volatile String real = "";

    /**
     * @param id what the upload is called
     * @param written the same in XML
     */
    public RenamesUploads(String id, String written) {
        this.id = id;
        this.written = written;
    }

    @Override
    public Call seen(Call call) {
        if (!id.equals(call.query().get(ASKED))) {
            return call;
        }
        Map<String, String> query = new TreeMap<>(call.query());
        query.put(ASKED, real);
        return call.with(query);
    }

    @Override
    public Reply after(Call call, Reply reply) {
        if (!call.isS3() || !call.is("POST") || !call.asks("uploads")) {
            return reply;
        }
        String[] parts = reply.text().split("</?UploadId>", -1);
        real = parts[1];
        return reply.withText(parts[0] + "<UploadId>" + written + "</UploadId>" + parts[2]);
    }
}
