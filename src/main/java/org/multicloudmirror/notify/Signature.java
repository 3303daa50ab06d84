package org.multicloudmirror.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves that a post is ours and fresh: the form of the Standard Webhooks specification
 * (github.com/standard-webhooks), for which receivers find a library in their language.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE64 = "whsec_";

    private Signature() {}

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param secret a text, or {@code whsec_} and the bytes in base64
     * @param seconds when it is sent, since 1970
     * @throws IllegalArgumentException when the secret cannot be read
     */
    static String of(String secret, String id, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        try {
            return secret.startsWith(BASE64)
                    ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
                    : secret.getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its secret begins with whsec_ and is no base64");
        }
    }
}
