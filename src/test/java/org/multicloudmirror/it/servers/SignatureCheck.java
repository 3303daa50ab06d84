package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The server's side of AWS Signature Version 4: whether a request is the one that was signed. */
public final class SignatureCheck {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^/]+/(\\d{8})/([^/]+)/s3/"
                    + "aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)");

    private SignatureCheck() {}

    /** Whether a request, exactly as it came, has a right signature; {@code path} is what the service calls its path. */
    public static boolean isSigned(SeenRequests.Seen request, String path, String secret) {
        Matcher parts = AUTHORIZATION.matcher(request.header("authorization"));
        if (!parts.matches()) {
            return false;
        }
        String day = parts.group(1);
        String region = parts.group(2);
        String names = parts.group(3);
        String canonical = request.method() + "\n" + path + "\n" + query(request.target()) + "\n"
                + Arrays.stream(names.split(";"))
                        .map(name -> name + ":" + request.header(name).strip() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + request.header("x-amz-content-sha256");
        String toSign = "AWS4-HMAC-SHA256\n" + request.header("x-amz-date") + "\n" + day + "/" + region
                + "/s3/aws4_request\n" + hex(sha256(canonical));
        byte[] key = hmac(("AWS4" + secret).getBytes(UTF_8), day);
        for (String next : new String[] {region, "s3", "aws4_request", toSign}) {
            key = hmac(key, next);
        }
        return names.contains("host") && hex(key).equals(parts.group(4));
    }

    private static String query(String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? ""
                : Arrays.stream(target.substring(mark + 1).split("&")).sorted().collect(Collectors.joining("&"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
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

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
