package org.multicloudmirror.stores;

import org.multicloudmirror.driver.s3.AwsEndpoint;
import org.multicloudmirror.driver.s3.FurtherHeaders;
import org.multicloudmirror.driver.s3.S3Settings;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StoreProperty;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** An S3 store's settings: the store's properties, then Camel's own for {@code aws2-s3}, then AWS's usual places. */
final class S3Stores {

    private static final String CAMEL = "camel.component.aws2-s3.";
    private static final String FALLBACK_REGION = "us-east-1";

    private S3Stores() {}

    static S3Settings settings(String name, Settings settings, Places places, HttpTransport transport) {
        String endpoint = endpoint(name, settings);
        String region = first(settings.ofStore(name, StoreProperty.REGION), settings.property(CAMEL + "region", ""));
        if (region.isEmpty()) {
            // AWS's own places are asked for AWS only: one of them is a network address
            region = endpoint.isEmpty()
                    ? awsRegion(settings.ofStore(name, StoreProperty.PROFILE), places)
                    : FALLBACK_REGION;
        }
        String pathStyle = first(
                settings.ofStore(name, StoreProperty.PATH_STYLE), settings.property(CAMEL + "force-path-style", ""));
        return new S3Settings(
                name,
                endpoint.isEmpty() ? AwsEndpoint.in(region) : url(name, endpoint),
                region,
                pathStyle.isEmpty() ? !endpoint.isEmpty() : Boolean.parseBoolean(pathStyle),
                settings.text(Setting.STORAGE_CLASS),
                new S3Credentials(name, settings, places, new AwsRoles(places, region, transport)).find(),
                headers(name, settings.ofStore(name, StoreProperty.HEADERS)));
    }

    private static FurtherHeaders headers(String name, String text) {
        try {
            return FurtherHeaders.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("mirror.stores." + name + ".headers: " + e.getMessage());
        }
    }

    /** The service's URL as it is written; empty for AWS. */
    static String endpoint(String name, Settings settings) {
        return first(
                settings.ofStore(name, StoreProperty.ENDPOINT), settings.property(CAMEL + "uri-endpoint-override", ""));
    }

    private static Endpoint url(String name, String text) {
        try {
            return Endpoint.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("mirror.stores." + name + ".endpoint is " + e.getMessage());
        }
    }

    private static String awsRegion(String profile, Places places) {
        return new AwsProfiles(places).region(profile).orElseGet(S3Stores::awsRegion);
    }

    private static String awsRegion() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkClientException e) {
            return FALLBACK_REGION;
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
