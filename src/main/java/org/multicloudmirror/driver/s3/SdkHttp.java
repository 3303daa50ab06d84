package org.multicloudmirror.driver.s3;

import java.util.Objects;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * What clients of the SDK send by that are given nothing else: its own for roles and single sign-on, and those that a
 * user's {@code aws2-*} route makes for itself. The SDK finds it by its name, {@link CommonTransport} sets it.
 */
public final class SdkHttp implements SdkHttpService {

    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return new Builder();
    }

    /** The settings of this program go before the SDK's defaults. */
    private static final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return new SdkTransport(Objects.requireNonNull(CommonTransport.get(), "no stores are open"), true);
        }
    }
}
