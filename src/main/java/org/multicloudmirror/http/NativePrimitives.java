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

    /**
     * The modes of a cipher that is named without one. Java tells a service's attributes by their names only; the others
     * that this provider has do not concern ciphers and hashes.
     */
    private static final String MODES = "SupportedModes";

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

    /** A service of the other provider. */
    private final class Lent extends Service {

        private final Service lender;

        Lent(Service lender) {
            super(
                    NativePrimitives.this,
                    lender.getType(),
                    lender.getAlgorithm(),
                    lender.getClassName(),
                    null,
                    lender.getAttribute(MODES) == null ? null : Map.of(MODES, lender.getAttribute(MODES)));
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
