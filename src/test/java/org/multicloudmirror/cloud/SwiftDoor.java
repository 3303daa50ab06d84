package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.Optional;

/** Swift as the Object Storage API has it, behind tempauth and Keystone. */
final class SwiftDoor implements Door {

    private static final String INFO = """
            {"swift": {"version": "2.30.0", "max_file_size": 5368709122, "container_listing_limit": 10000,
             "max_meta_name_length": 128, "max_meta_value_length": 256, "max_meta_count": 90,
             "max_meta_overall_size": 4096, "max_object_name_length": 1024},
             "slo": {"max_manifest_segments": 1000, "max_manifest_size": 8388608, "min_segment_size": 1},
             "bulk_delete": {"max_deletes_per_request": 10000, "max_failed_deletes": 1000}, "tempauth": {}}""";

    private final Service service;
    private final SwiftObjects objects;

    SwiftDoor(Service service) {
        this.service = service;
        this.objects = new SwiftObjects(service);
    }

    @Override
    public Reply answer(Call call) throws IOException {
        if (call.path().equals("/info")) {
            return Reply.text(200, "application/json", INFO);
        }
        Optional<Reply> login = SwiftLogin.answer(service, call);
        if (login.isPresent()) {
            return login.get();
        }
        if (!call.header("X-Auth-Token").orElse("").equals(service.token())) {
            return html(401, "Unauthorized");
        }
        if (!call.path().startsWith(Service.ACCOUNT)) {
            return html(403, "Forbidden");
        }
        if (call.bucket().isEmpty()) {
            return account(call);
        }
        boolean makes = call.is("PUT") && !call.isObject();
        if (service.bucket(call.bucket()).isEmpty() && !makes) {
            return html(404, "Not Found");
        }
        return call.isObject() ? objects.answer(call) : container(call);
    }

    private Reply account(Call call) throws IOException {
        if (call.asks("bulk-delete")) {
            return call.is("POST", "DELETE") ? SwiftBulk.answer(service, call) : Reply.of(405);
        }
        return Reply.of(204)
                .with(
                        "X-Account-Container-Count",
                        Integer.toString(service.buckets().size()));
    }

    private Reply container(Call call) {
        return switch (call.method()) {
            case "PUT" -> {
                boolean isNew = service.bucket(call.bucket()).isEmpty();
                Bucket made = service.createBucket(call.bucket())
                        .bucket(call.bucket())
                        .orElseThrow();
                if (isNew) {
                    made.headers(call.headers()
                            .only(name -> name.startsWith("x-container-") || name.equals("x-storage-policy")));
                }
                yield Reply.of(isNew ? 201 : 202);
            }
            case "HEAD" ->
                Reply.of(204)
                        .with(service.bucket(call.bucket()).orElseThrow().headers())
                        .with(
                                "X-Container-Object-Count",
                                Integer.toString(service.keys(call.bucket()).size()));
            case "GET" -> SwiftListed.answer(service, call);
            case "DELETE" -> {
                boolean isEmpty = service.keys(call.bucket()).isEmpty();
                if (isEmpty) {
                    service.removeBucket(call.bucket());
                }
                yield isEmpty ? Reply.of(204) : html(409, "Conflict");
            }
            case "POST" -> Reply.of(204);
            default -> Reply.of(405);
        };
    }

    /** An error as Swift tells it. */
    static Reply html(int status, String reason) {
        return Reply.text(
                status, "text/html; charset=UTF-8", "<html><h1>" + reason + "</h1><p>" + reason + ".</p></html>");
    }
}
