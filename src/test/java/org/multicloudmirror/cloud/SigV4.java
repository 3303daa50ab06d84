package org.multicloudmirror.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies Signature Version 4 over what came over the wire (Amazon S3, "Authenticating Requests"). */
final class SigV4 {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/((\\d{8})/([^/]+)/s3/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private SigV4() {}

    static boolean isRight(Call call) {
        Matcher sent = AUTHORIZATION.matcher(call.sent().first("Authorization").orElse(""));
        if (!sent.matches() || !sent.group(1).equals(call.service().user())) {
            return false;
        }
        String request = canonical(call, sent.group(5));
        String toSign = "AWS4-HMAC-SHA256\n" + call.sent().first("x-amz-date").orElse("") + "\n" + sent.group(2) + "\n"
                + HexFormat.of().formatHex(sha256(request.getBytes(UTF_8)));
        byte[] key = ("AWS4" + call.service().key()).getBytes(UTF_8);
        for (String step : sent.group(2).split("/", -1)) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(sent.group(6));
    }

    private static String canonical(Call call, String signedHeaders) {
        String target = call.rawTarget();
        int mark = target.indexOf('?');
        StringBuilder text = new StringBuilder(call.method()).append('\n');
        text.append(mark < 0 ? target : target.substring(0, mark)).append('\n');
        text.append(query(mark < 0 ? "" : target.substring(mark + 1))).append('\n');
        for (String name : signedHeaders.split(";", -1)) {
            text.append(name)
                    .append(':')
                    .append(call.sent().first(name).orElse("").replaceAll(" +", " "))
                    .append('\n');
        }
        text.append('\n').append(signedHeaders).append('\n');
        return text.append(call.sent().first("x-amz-content-sha256").orElse("")).toString();
    }

    private static String query(String text) {
        Map<String, String> sorted = new TreeMap<>();
        Arrays.stream(text.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int sign = pair.indexOf('=');
            String name = sign < 0 ? pair : pair.substring(0, sign);
            sorted.put(name, name + "=" + (sign < 0 ? "" : pair.substring(sign + 1)));
        });
        return String.join("&", sorted.values());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
