package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.Optional;

/** tempauth (v1.0), Keystone v2.0 and v3, for one user with one secret. */
final class SwiftLogin {

    private static final String EXPIRES = "2044-01-01T00:00:00.000000Z";

    private SwiftLogin() {}

    static Optional<Reply> answer(Service service, Call call) throws IOException {
        return switch (call.path().replaceFirst("/$", "")) {
            case "/auth/v1.0", "/v1.0" -> Optional.of(first(service, call));
            case "/v2.0/tokens", "/identity/v2.0/tokens" -> Optional.of(second(service, call));
            case "/v3/auth/tokens", "/identity/v3/auth/tokens" -> Optional.of(third(service, call));
            default -> Optional.empty();
        };
    }

    private static Reply first(Service service, Call call) {
        boolean isRight = call.header("X-Auth-User").orElse("").equals(service.user())
                && call.header("X-Auth-Key").orElse("").equals(service.key());
        return isRight
                ? Reply.of(200)
                        .with("X-Auth-Token", service.token())
                        .with("X-Storage-Token", service.token())
                        .with("X-Storage-Url", url(service))
                : SwiftDoor.html(401, "Unauthorized");
    }

    private static Reply second(Service service, Call call) throws IOException {
        return call.text().contains('"' + service.key() + '"')
                ? Reply.text(200, "application/json", """
                        {"access": {"token": {"id": "%s", "expires": "2044-01-01T00:00:00Z",
                          "tenant": {"id": "scripted", "name": "scripted"}},
                         "user": {"id": "user", "name": "user", "roles": []},
                         "serviceCatalog": [{"type": "object-store", "name": "swift", "endpoints":
                          [{"region": "RegionOne", "publicURL": "%s", "internalURL": "%s", "tenantId": "scripted"}]}]}}""".formatted(service.token(), url(service), url(service)))
                : keystone401();
    }

    private static Reply third(Service service, Call call) throws IOException {
        return call.text().contains('"' + service.key() + '"')
                ? Reply.text(201, "application/json", """
                                {"token": {"methods": ["password"], "expires_at": "%s", "issued_at": "2026-01-01T00:00:00.000000Z",
                                 "user": {"id": "user", "name": "user", "domain": {"id": "default", "name": "Default"}},
                                 "project": {"id": "scripted", "name": "scripted", "domain": {"id": "default", "name": "Default"}},
                                 "catalog": [{"type": "object-store", "name": "swift", "id": "swift", "endpoints":
                                  [{"id": "one", "interface": "public", "region": "RegionOne", "region_id": "RegionOne", "url": "%s"}]}]}}""".formatted(EXPIRES, url(service)))
                        .with("X-Subject-Token", service.token())
                : keystone401();
    }

    private static Reply keystone401() {
        return Reply.text(
                401,
                "application/json",
                "{\"error\": {\"code\": 401, \"title\": \"Unauthorized\", \"message\": \"The request you have made"
                        + " requires authentication.\"}}");
    }

    private static String url(Service service) {
        return service.url() + Service.ACCOUNT;
    }
}
