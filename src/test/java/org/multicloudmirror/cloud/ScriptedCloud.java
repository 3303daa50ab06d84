package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * S3 and Swift on the loopback, each on a port and with objects of its own. Both are right until a {@link Quirk} is
 * switched on.
 */
public final class ScriptedCloud implements AutoCloseable {

    private final List<Quirk> quirks = new CopyOnWriteArrayList<>();
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();
    private final Service s3;
    private final Service swift;

    private ScriptedCloud() throws IOException {
        s3 = new Service(Protocol.S3, this);
        swift = new Service(Protocol.SWIFT, this);
    }

    public static ScriptedCloud start(Quirk... quirks) {
        try {
            ScriptedCloud cloud = new ScriptedCloud();
            cloud.quirks.addAll(List.of(quirks));
            return cloud;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Service s3() {
        return s3;
    }

    public Service swift() {
        return swift;
    }

    public Service service(Protocol protocol) {
        return protocol == Protocol.S3 ? s3 : swift;
    }

    /** How the S3 service is configured as a store. */
    public Map<String, String> s3Store() {
        return s3.asStore();
    }

    /** How the Swift service is configured as a store, behind tempauth. */
    public Map<String, String> swiftStore() {
        return swift.asStore();
    }

    public ScriptedCloud switchOn(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    public ScriptedCloud switchOff(Quirk quirk) {
        quirks.remove(quirk);
        return this;
    }

    public Requests requests() {
        return new Requests(requests);
    }

    public ScriptedCloud forgetRequests() {
        requests.clear();
        return this;
    }

    /** Leaves a multipart upload at S3 that a client has begun. */
    public ScriptedCloud leaveUpload(String bucket, String key, String id) {
        ((S3Door) s3.door()).uploads().leave(bucket, key, id);
        return this;
    }

    /** The ids of the multipart uploads at S3 that are under way, by key. */
    public Map<String, String> uploads() {
        return ((S3Door) s3.door()).uploads().underWay();
    }

    Recorded record(Call call) {
        Recorded request = new Recorded(call);
        requests.add(request);
        return request;
    }

    Call seen(Call call) {
        Call seen = call;
        for (Quirk quirk : quirks) {
            seen = quirk.seen(seen);
        }
        return seen;
    }

    Reply answer(Call call) throws IOException {
        List<Quirk> now = new ArrayList<>(quirks);
        Optional<Reply> instead = Optional.empty();
        for (Quirk quirk : now) {
            if (instead.isEmpty()) {
                instead = quirk.instead(call);
            }
        }
        Reply reply =
                instead.isPresent() ? instead.get() : call.service().door().answer(call);
        for (Quirk quirk : now) {
            reply = quirk.after(call, reply);
        }
        return reply;
    }

    @Override
    public void close() {
        s3.close();
        swift.close();
    }
}
