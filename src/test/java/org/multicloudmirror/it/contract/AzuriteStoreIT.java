package org.multicloudmirror.it.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Azure's blobs as Azurite has them: {@code azurite-blob --skipApiVersionCheck}. */
@EnabledIfEnvironmentVariable(
        named = "MIRROR_TEST_AZURITE",
        matches = "http.*",
        disabledReason = "needs Azurite: set MIRROR_TEST_AZURITE to its endpoint, such as"
                + " http://127.0.0.1:10000/devstoreaccount1")
class AzuriteStoreIT extends ObjectStoreContract {

    /** Of its one account, the same everywhere (Azurite, README). */
    private static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    @Override
    Map<String, String> properties() {
        return Map.of(
                "driver", "jclouds",
                "provider", "azureblob",
                "endpoint", System.getenv("MIRROR_TEST_AZURITE"),
                "identity", "devstoreaccount1",
                "credential", KEY,
                // Azurite does not know the short form that jclouds signs with by itself
                "options.jclouds.azureblob.auth", "azureSharedKey");
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.LEASES, "jclouds puts without conditions",
                Gap.TAG_OF_A_PUT, "its ETag is no MD5; a listing and a HEAD tell the MD5",
                Gap.ENCODING_AND_LANGUAGE, "they get lost between jclouds and Azurite",
                Gap.EXPIRES, "Azure has no such property",
                Gap.METADATA_BEYOND_ASCII, "jclouds and Azurite sign them differently",
                Gap.SIGNS_IN_A_PREFIX, "jclouds and Azurite sign it differently",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE, "U+FFFF has no place in its XML");
    }

    @Override
    public Map<String, String> impossibleKeys() {
        Map<String, String> keys = new HashMap<>();
        for (String key : List.of("a?b=c&d", "a&amp;b", "<b>&lt;</b>", "~user,;=@!$'()")) {
            keys.put(key, "jclouds and Azurite sign a listing with this prefix differently");
        }
        for (String key : List.of("bell\u0007 escape\u001b[2J delete\u007f", "\u0001", "last of the plane \uffff")) {
            keys.put(key, "it has no place in the listing's XML");
        }
        keys.put("back\\slash\\..\\x", "it takes a backslash for a slash");
        return keys;
    }

    @Override
    void clean(List<String> buckets) {
        // it is thrown away with its server
    }
}
