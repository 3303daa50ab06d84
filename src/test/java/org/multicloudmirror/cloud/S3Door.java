package org.multicloudmirror.cloud;

import java.io.IOException;

/** S3 as its API reference has it. */
final class S3Door implements Door {

    private final Service service;
    private final S3Objects objects;
    private final S3Uploads uploads;

    S3Door(Service service) {
        this.service = service;
        this.objects = new S3Objects(service);
        this.uploads = new S3Uploads(service, objects);
    }

    S3Uploads uploads() {
        return uploads;
    }

    @Override
    public Reply answer(Call call) throws IOException {
        if (!SigV4.isRight(call)) {
            return Reply.error(403, "SignatureDoesNotMatch", "The signature does not match the one we calculated.");
        }
        if (call.isObject() || call.isBucket()) {
            boolean isThere = service.bucket(call.bucket()).isPresent();
            if (!isThere && !(call.isBucket() && call.is("PUT"))) {
                return Reply.error(404, "NoSuchBucket", "The specified bucket does not exist");
            }
            return call.isObject() ? object(call) : bucket(call);
        }
        return Reply.error(501, "NotImplemented", "Not implemented");
    }

    private Reply bucket(Call call) throws IOException {
        return switch (call.method()) {
            case "PUT" -> {
                service.createBucket(call.bucket());
                yield Reply.of(200).with("Location", "/" + call.bucket());
            }
            case "HEAD" -> Reply.of(200).with("x-amz-bucket-region", "us-east-1");
            case "POST" -> call.asks("delete") ? S3Delete.answer(service, call) : unknown();
            case "DELETE" -> {
                service.removeBucket(call.bucket());
                yield Reply.of(204);
            }
            case "GET" -> call.asks("uploads") ? uploads.list(call) : S3Listed.answer(service, call);
            default -> unknown();
        };
    }

    private Reply object(Call call) throws IOException {
        if (call.asks("uploadId") || call.asks("uploads")) {
            return uploads.answer(call);
        }
        return switch (call.method()) {
            case "PUT" -> call.header("x-amz-copy-source").isPresent() ? objects.copy(call) : objects.put(call);
            case "GET", "HEAD" -> call.asks("tagging") ? objects.tags(call) : objects.get(call);
            case "DELETE" -> {
                service.remove(call.bucket(), call.key());
                yield Reply.of(204);
            }
            default -> unknown();
        };
    }

    private static Reply unknown() {
        return Reply.error(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }
}
