package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;

/** An application credential of the real Keystone's one user. */
public record ApplicationCredential(String id, String secret) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private record Answer(String token, String json) {

        /** The text at the end of a path of names. */
        String text(String... path) {
            Object at = Json.objects(json.getBytes(UTF_8)).get(0);
            for (String name : path) {
                at = ((Map<?, ?>) at).get(name);
            }
            return String.valueOf(at);
        }
    }

    /** Made through Keystone's own API, with the roles that the user has in its project. */
    public static ApplicationCredential create(SwiftDoors doors) {
        Answer login = post(doors, "/auth/tokens", "", """
                {"auth": {"identity": {"methods": ["password"], "password": {"user":
                {"name": "demo", "password": "demopass", "domain": {"name": "Default"}}}},
                "scope": {"project": {"name": "demo", "domain": {"name": "Default"}}}}}""");
        String user = login.text("token", "user", "id");
        Answer made = post(
                doors,
                "/users/" + user + "/application_credentials",
                login.token(),
                "{\"application_credential\": {\"name\": \"" + Names.fresh() + "\"}}");
        return new ApplicationCredential(
                made.text("application_credential", "id"), made.text("application_credential", "secret"));
    }

    private static Answer post(SwiftDoors doors, String path, String token, String json) {
        Endpoint door = Endpoint.parse(doors.keystoneV3());
        byte[] body = json.getBytes(UTF_8);
        HttpCall call = new HttpCall("POST", door, path)
                .header("Content-Type", "application/json")
                .header("X-Auth-Token", token)
                .body(new HttpBody(new ByteArrayInputStream(body), body.length));
        try (HttpTransport transport = new HttpTransport(1, new HttpRoute(TIMEOUT, TIMEOUT));
                HttpReply reply = transport.send(call)) {
            String answer = new String(reply.body().readAllBytes(), UTF_8);
            if (!reply.isSuccess()) {
                throw new IllegalStateException(path + ": " + reply.status() + " " + answer);
            }
            return new Answer(reply.header("X-Subject-Token").orElse(""), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
