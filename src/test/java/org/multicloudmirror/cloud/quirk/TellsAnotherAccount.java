package org.multicloudmirror.cloud.quirk;

import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.Service;

/** Logins lead to an account that is not the right one; only the internal URL of a catalog does to that. */
public final class TellsAnotherAccount implements Quirk {

    /** What the path of the other account begins with. */
    public static final String OTHER = Service.ACCOUNT + "_other";

    @Override
    public Reply after(Call call, Reply reply) {
        if (call.isS3() || !reply.isSuccess()) {
            return reply;
        }
        if (call.path().startsWith("/auth/")) {
            return reply.without("X-Storage-Url")
                    .with("X-Storage-Url", call.service().url() + OTHER);
        }
        String right = call.service().url() + Service.ACCOUNT;
        return call.path().endsWith("/tokens")
                ? reply.withText(reply.text()
                        .replace("\"publicURL\": \"" + right, "\"publicURL\": \"" + right + "_other")
                        .replace(
                                "\"url\": \"" + right + "\"}",
                                "\"url\": \"" + right + "_other\"}, {\"id\": \"two\", \"interface\": \"internal\","
                                        + " \"region\": \"RegionOne\", \"region_id\": \"RegionOne\", \"url\": \""
                                        + right + "\"}"))
                : reply;
    }
}
