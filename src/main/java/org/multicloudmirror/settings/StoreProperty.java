package org.multicloudmirror.settings;

import java.util.Arrays;
import java.util.Optional;

/** What can be set of one store, below {@code mirror.stores.NAME.}; a public contract. */
public enum StoreProperty {
    DRIVER("driver", "both", false, "s3 or jclouds", "there out of the box for the stores s3 and cf"),
    ENDPOINT(
            "endpoint",
            "both",
            false,
            "the service's URL",
            "s3: https://s3.<region>.amazonaws.com; jclouds: the provider's own"),
    REGION(
            "region",
            "both",
            false,
            "where the buckets are",
            "s3: with an endpoint us-east-1, without AWS's usual places, then us-east-1;"
                    + " jclouds: the account's default or only one"),
    ACCESS_KEY("access-key", "s3", false, "the access key's id", "the places in docs/credentials.md"),
    SECRET_KEY("secret-key", "s3", true, "the secret access key", "the places in docs/credentials.md"),
    SESSION_TOKEN("session-token", "s3", true, "the token of temporary keys", "none"),
    ANONYMOUS("anonymous", "s3", false, "true: requests are not signed, for public buckets", "false"),
    PROFILE("profile", "s3", false, "a profile of ~/.aws/config and ~/.aws/credentials", "AWS_PROFILE, then default"),
    PATH_STYLE(
            "path-style",
            "s3",
            false,
            "true: the bucket is the first part of the path; false: of the host",
            "true with an endpoint, false without"),
    HEADERS(
            "headers",
            "s3",
            false,
            "headers to send besides, as name: value; name: value; those that docs/stores.md lists",
            "none"),
    PROVIDER(
            "provider",
            "jclouds",
            false,
            "jclouds' id of the provider or API",
            "openstack-swift with an endpoint, rackspace-cloudfiles-us without"),
    IDENTITY("identity", "jclouds", false, "the user, as the provider writes it", "the places in docs/credentials.md"),
    CREDENTIAL("credential", "jclouds", true, "its password, API key or secret", "the places in docs/credentials.md"),
    STORAGE_URL(
            "storage-url",
            "jclouds",
            false,
            "Swift: the account's URL, in place of the one that the login tells",
            "OS_STORAGE_URL with a login of OS_* or ST_*, else the login's"),
    INTERFACE(
            "interface",
            "jclouds",
            false,
            "Swift: which of the catalog's URLs: public, internal or admin",
            "OS_ENDPOINT_TYPE or OS_INTERFACE with a login of OS_*, else public, or internal where there is no other"),
    STORAGE_POLICY(
            "storage-policy",
            "jclouds",
            false,
            "the storage policy of the Swift containers that are created",
            "the service's own; for segments that of their objects' container");

    private final String property;
    private final String driver;
    private final boolean secret;
    private final String description;
    private final String otherwise;

    StoreProperty(String property, String driver, boolean secret, String description, String otherwise) {
        this.property = property;
        this.driver = driver;
        this.secret = secret;
        this.description = description;
        this.otherwise = otherwise;
    }

    /** The property of a name. */
    static Optional<StoreProperty> ofName(String name) {
        return Arrays.stream(values())
                .filter(property -> property.property.equals(name))
                .findFirst();
    }

    /** The name that stands behind the store's. */
    public String property() {
        return property;
    }

    /** The driver whose stores have it: {@code s3}, {@code jclouds} or {@code both}. */
    public String driver() {
        return driver;
    }

    /** Whether it is never shown. */
    public boolean isSecret() {
        return secret;
    }

    public String description() {
        return description;
    }

    /** What holds when it is not set. */
    public String otherwise() {
        return otherwise;
    }
}
