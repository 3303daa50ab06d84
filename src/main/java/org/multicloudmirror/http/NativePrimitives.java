package org.multicloudmirror.http;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What costs time by the byte, in native code: AES, hashes and HMACs of Amazon's Corretto Crypto Provider. Keys, signatures,
 * certificates, the exchange of keys and randomness are left to Java: whom to trust is decided by the same code everywhere.
 */
final class NativePrimitives extends Provider {

    private static final Set<String> BY_THE_BYTE = Set.of("Cipher", "Mac", "MessageDigest");

    /** The one mode of a cipher that is named without it. */
    private static final String MODE = "SupportedModes";

    /**
     * TLS pads by itself. What is padded here is left to Java: AWS-LC 1.47.0 may write beyond the end when it takes padding
     * off (CVE-2026-134056).
     */
    private static final Map<String, String> WITHOUT_PADDING = Map.of("SupportedPaddings", "NOPADDING");

    NativePrimitives(AmazonCorrettoCryptoProvider all) {
        super("MirrorNativePrimitives", all.getVersionStr(), "AES, hashes and HMACs of " + all.getName());
        all.getServices().stream()
                .filter(NativePrimitives::isByTheByte)
                .forEach(service -> putService(new Lent(service)));
    }

    private static boolean isByTheByte(Service service) {
        return BY_THE_BYTE.contains(service.getType())
                && !service.getAlgorithm().startsWith("RSA");
    }

    /** AES alone means another mode to Java. */
    private static String withMode(Service service) {
        String mode = service.getAttribute(MODE);
        return mode == null ? service.getAlgorithm() : service.getAlgorithm() + "/" + mode;
    }

    /** A service of the other provider. */
    private final class Lent extends Service {

        private final Service lender;

        Lent(Service lender) {
            super(
                    NativePrimitives.this,
                    lender.getType(),
                    withMode(lender),
                    lender.getClassName(),
                    null,
                    lender.getAttribute(MODE) == null ? null : WITHOUT_PADDING);
            this.lender = lender;
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return lender.newInstance(parameter);
        }

        @Override
        public boolean supportsParameter(@Nullable Object parameter) {
            return lender.supportsParameter(parameter);
        }
    }
}
