package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;

/**
 * Swift's own API as it is on the wire, so that what the product says of a container can be checked against what is
 * in it. A status that is not expected throws.
 */
public final class SwiftClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpTransport transport = new HttpTransport(8, new HttpRoute(TIMEOUT, TIMEOUT));
    private static final int UNAUTHORIZED = 401;

    private final Supplier<Session> login;
    private Session session;

    private SwiftClient(Supplier<Session> login) {
        this.login = login;
        this.session = login.get();
    }

    private record Session(Endpoint storage, String token) {}

    /** Logged in at tempauth. */
    public static SwiftClient tempauth(SwiftDoors doors, String user, String key) {
        return v1(doors.v1(), user, key);
    }

    /** Logged in as a store of these properties is, which leads to a Swift that speaks v1. */
    public static SwiftClient of(Map<String, String> store) {
        return v1(store.get("endpoint"), store.get("identity"), store.get("credential"));
    }

    private static SwiftClient v1(String url, String user, String key) {
        return new SwiftClient(() -> v1Session(url, user, key));
    }

    private static Session v1Session(String url, String user, String key) {
        Endpoint door = Endpoint.parse(url);
        Reply reply =
                login(new HttpCall("GET", door, "").header("X-Auth-User", user).header("X-Auth-Key", key), "");
        return new Session(Endpoint.parse(reply.headers.get("x-storage-url")), reply.headers.get("x-auth-token"));
    }

    /** Logged in at Keystone v3, as its one user. */
    public static SwiftClient keystone(SwiftDoors doors) {
        return new SwiftClient(() -> keystoneSession(doors));
    }

    private static Session keystoneSession(SwiftDoors doors) {
        Endpoint door = Endpoint.parse(doors.keystoneV3());
        Reply reply = login(new HttpCall("POST", door, "/auth/tokens").header("Content-Type", "application/json"), """
                {"auth": {"identity": {"methods": ["password"], "password": {"user":
                {"name": "demo", "password": "demopass", "domain": {"name": "Default"}}}},
                "scope": {"project": {"name": "demo", "domain": {"name": "Default"}}}}}""");
        String storage = new String(reply.content, UTF_8).replaceFirst("(?s).*\"(http[^\"]*/v1/KEY_[^\"]*)\".*", "$1");
        return new Session(Endpoint.parse(storage), reply.headers.get("x-subject-token"));
    }

    private static Reply login(HttpCall call, String body) {
        try (HttpTransport transport = new HttpTransport(1, new HttpRoute(TIMEOUT, TIMEOUT))) {
            Reply reply = send(transport, call, body.getBytes(UTF_8));
            if (reply.status == UNAUTHORIZED) {
                throw new IllegalStateException(call.target() + ": 401 " + new String(reply.content, UTF_8));
            }
            return reply;
        }
    }

    public void createContainer(String container) {
        send("PUT", container(container), Map.of(), new byte[0]);
    }

    public boolean containerExists(String container) {
        return send("HEAD", container(container), Map.of(), new byte[0]).status != 404;
    }

    /** Writes an object; the headers go as raw UTF-8. */
    public void put(String container, String key, byte[] content, Map<String, String> headers) {
        send("PUT", object(container, key), headers, content);
    }

    public void put(String container, String key, String content) {
        put(container, key, content.getBytes(UTF_8), Map.of());
    }

    public void delete(String container, String key) {
        send("DELETE", object(container, key), Map.of(), new byte[0]);
    }

    /** Makes a static large object of segments that are there already. */
    public void putManifest(String container, String key, String segmentsAsJson) {
        putManifest(container, key, segmentsAsJson, Map.of());
    }

    /** The same with headers. */
    public void putManifest(String container, String key, String segmentsAsJson, Map<String, String> headers) {
        send("PUT", object(container, key) + "?multipart-manifest=put", headers, segmentsAsJson.getBytes(UTF_8));
    }

    /** The sizes of the segments of a static large object, or of what an upload at the S3 door was put together from. */
    public List<Long> segmentSizes(String container, String key) {
        Reply reply = send("GET", object(container, key) + "?multipart-manifest=get", Map.of(), new byte[0]);
        return Json.objects(reply.content).stream()
                .map(segment -> ((Number) segment.get("bytes")).longValue())
                .toList();
    }

    public byte[] content(String container, String key) {
        return found(container, key).content;
    }

    public String text(String container, String key) {
        return new String(content(container, key), UTF_8);
    }

    /** All headers of an object, their names in lower case. */
    public Map<String, String> headers(String container, String key) {
        return found(container, key).headers;
    }

    /** The keys of a container, as the JSON listing has them; none when there is no such container. */
    public List<String> keys(String container) {
        Reply reply = send("GET", container(container) + "?format=json", Map.of(), new byte[0]);
        return reply.status == 404
                ? List.of()
                : Json.objects(reply.content).stream()
                        .map(entry -> String.valueOf(entry.get("name")))
                        .toList();
    }

    /** Deletes containers with all that is in them. */
    public void wipe(Iterable<String> containers) {
        for (String container : containers) {
            keys(container).forEach(key -> send("DELETE", object(container, key), Map.of(), new byte[0]));
            send("DELETE", container(container), Map.of(), new byte[0]);
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private String container(String container) {
        return "/" + PercentEncoding.path(container);
    }

    private String object(String container, String key) {
        return container(container) + "/" + PercentEncoding.path(key);
    }

    private Reply found(String container, String key) {
        Reply reply = send("GET", object(container, key), Map.of(), new byte[0]);
        if (reply.status != 200) {
            throw new IllegalStateException(container + "/" + key + ": " + reply.status);
        }
        return reply;
    }

    /** A token of the second in which others of its user are revoked is taken for one of them: then another is got. */
    private Reply send(String method, String target, Map<String, String> headers, byte[] content) {
        Reply reply = attempt(method, target, headers, content);
        if (reply.status == UNAUTHORIZED) {
            session = login.get();
            reply = attempt(method, target, headers, content);
        }
        if (reply.status == UNAUTHORIZED) {
            throw new IllegalStateException(method + " " + target + ": 401 " + new String(reply.content, UTF_8));
        }
        return reply;
    }

    private Reply attempt(String method, String target, Map<String, String> headers, byte[] content) {
        HttpCall call = new HttpCall(method, session.storage(), target).header("X-Auth-Token", session.token());
        headers.forEach(call::header);
        return send(transport, call, content);
    }

    private static Reply send(HttpTransport transport, HttpCall call, byte[] content) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            call.body(new HttpBody(new ByteArrayInputStream(content), content.length));
        }
        try (HttpReply reply = transport.send(call)) {
            byte[] received = reply.body().readAllBytes();
            if (!reply.isSuccess() && reply.status() != 404 && reply.status() != UNAUTHORIZED) {
                throw new IllegalStateException(call.method() + " " + call.target() + ": " + reply.status() + " "
                        + new String(received, UTF_8));
            }
            return new Reply(reply.status(), reply.headersWithPrefix(""), received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reply {

        private final int status;
        private final Map<String, String> headers;
        private final byte[] content;

        Reply(int status, Map<String, String> headers, byte[] content) {
            this.status = status;
            this.headers = headers;
            this.content = content;
        }
    }
}
