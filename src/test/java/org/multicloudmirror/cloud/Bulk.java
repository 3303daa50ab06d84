package org.multicloudmirror.cloud;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Bulk deletes of both protocols, each key with a result of its own. */
public final class Bulk {

    /** What becomes of a key. */
    public enum Result {
        DELETED,
        /** It stays, and the answer does not name it. */
        UNTOLD,
        /** It stays, and the answer says that it was deleted. */
        LIED,
        /** It stays, and the answer says why. */
        FORBIDDEN
    }

    private Bulk() {}

    public static boolean isAsked(Call call) {
        return call.is("POST") && call.asks(call.isS3() ? "delete" : "bulk-delete");
    }

    /** The keys that a request names; at Swift with their container in front. */
    public static List<String> keys(Call call) throws IOException {
        return call.isS3()
                ? S3Delete.keys(call.text())
                : Arrays.stream(call.text().split("\n", -1))
                        .filter(line -> !line.isBlank())
                        .map(line -> Percent.decode(line.strip()).replaceFirst("^/", ""))
                        .toList();
    }

    public static Reply answer(Call call, Function<String, Result> results) throws IOException {
        StringBuilder told = new StringBuilder();
        int deleted = 0;
        for (String key : keys(call)) {
            Result result = results.apply(key);
            if (result == Result.DELETED) {
                remove(call, key);
            }
            if (result == Result.DELETED || result == Result.LIED) {
                deleted++;
            }
            told.append(call.isS3() ? s3(key, result) : swift(key, result));
        }
        return call.isS3()
                ? Reply.xml(200, "<DeleteResult>" + told + "</DeleteResult>")
                : Reply.text(
                        200,
                        "application/json",
                        "{\"Response Status\": \"" + (told.isEmpty() ? "200 OK" : "400 Bad Request")
                                + "\", \"Response Body\": \"\", \"Number Deleted\": " + deleted
                                + ", \"Number Not Found\": 0, \"Errors\": ["
                                + told.toString().replaceFirst(",$", "") + "]}");
    }

    private static void remove(Call call, String key) {
        String[] named = call.isS3() ? new String[] {call.bucket(), key} : key.split("/", 2);
        call.service().remove(named[0], named[1]);
    }

    private static String s3(String key, Result result) {
        String named = "<Key>" + Xml.escaped(key) + "</Key>";
        return switch (result) {
            case DELETED, LIED -> "<Deleted>" + named + "</Deleted>";
            case UNTOLD -> "";
            case FORBIDDEN -> "<Error>" + named + "<Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
        };
    }

    private static String swift(String key, Result result) {
        return result == Result.FORBIDDEN ? "[\"/" + Percent.path(key) + "\", \"403 Forbidden\"]," : "";
    }
}
