package org.multicloudmirror.stores;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.jclouds.JcloudsSettings;
import org.multicloudmirror.driver.jclouds.JcloudsStores;
import org.multicloudmirror.driver.s3.CommonTransport;
import org.multicloudmirror.driver.s3.S3Sdk;
import org.multicloudmirror.driver.s3.S3Settings;
import org.multicloudmirror.driver.s3.S3Store;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.NativeCrypto;
import org.multicloudmirror.rotation.Rotating;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StoreProperty;
import org.multicloudmirror.storage.CircuitBreaker;
import org.multicloudmirror.storage.ConcurrencyLimit;
import org.multicloudmirror.storage.ConcurrencyLimitedStore;
import org.multicloudmirror.storage.GuardedStore;
import org.multicloudmirror.storage.LimitedStore;
import org.multicloudmirror.storage.Limits;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import org.multicloudmirror.storage.OwnLimits;
import org.multicloudmirror.storage.PageRetry;
import org.multicloudmirror.storage.RateLimiter;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;

/** The configured stores, each made when a scenario first asks for it, and kept for the process's life. */
public final class StoreRegistry implements ObjectStores, AutoCloseable {

    /** Beside copies and listings, a bucket or a polled source may be looked at. */
    private static final int SPARE_CONNECTIONS = 2;

    /** What an observer is told of the SDK's clients that belong to no store. */
    private static final String SDK = "aws-sdk";

    private final Settings settings;
    private final Places places;
    private final @Nullable StoreObserver observer;
    private final HttpRoute route;
    private final Limits limits;
    private final Map<String, ObjectStore> open = new HashMap<>();
    private final Map<String, S3Sdk> sdkClients = new HashMap<>();
    private final List<HttpTransport> transports = new CopyOnWriteArrayList<>();
    private final Supplier<HttpTransport> sdkTransport = this::sdkTransport;
    private @Nullable HttpTransport sdks;

    /**
     * @throws InvalidSettingException when the certificates or the proxy of all stores cannot be used
     */
    public StoreRegistry(Settings settings) {
        this(settings, Places.here());
    }

    /**
     * @param places where credentials may lie besides the settings
     */
    public StoreRegistry(Settings settings, Places places) {
        this(settings, places, null);
    }

    /**
     * @param observer is told of what they are asked for; null where nobody watches
     */
    public StoreRegistry(Settings settings, @Nullable StoreObserver observer) {
        this(settings, Places.here(), observer);
    }

    private StoreRegistry(Settings settings, Places places, @Nullable StoreObserver observer) {
        this.settings = settings;
        this.places = places;
        this.observer = observer;
        this.route = HttpRoutes.of(settings);
        this.limits = new Limits(
                new RateLimiter(settings.rate(Setting.BANDWIDTH)),
                new RateLimiter(settings.number(Setting.REQUESTS_PER_SECOND)));
        CommonTransport.set(sdkTransport);
    }

    /** What all of them may take together; it may be changed at any time. */
    public Limits limits() {
        return limits;
    }

    /** Whose code encrypts what is sent, for people to read; empty while nothing was to be encrypted. */
    public Optional<String> encryption() {
        return transports.stream().anyMatch(HttpTransport::hasEncrypted) ? NativeCrypto.inUse() : Optional.empty();
    }

    @Override
    public Set<String> names() {
        return settings.stores();
    }

    @Override
    public String service(String name) {
        return new ServiceNames(settings, places).of(name);
    }

    @Override
    public String place(String name) {
        try {
            return named(name)
                    .storageUrl()
                    .map(url -> ServiceNames.swift(Endpoint.parse(url)))
                    .orElseGet(() -> service(name));
        } catch (StoreException e) {
            // who runs it is told
            return service(name);
        }
    }

    @Override
    public Map<String, Supplier<Object>> sdkClients() {
        Map<String, Supplier<Object>> found = new TreeMap<>();
        for (String name : names()) {
            if (settings.ofStore(name, StoreProperty.DRIVER).equals("s3")) {
                found.put(name, () -> sdkClient(name));
            }
        }
        return found;
    }

    private synchronized Object sdkClient(String name) {
        S3Sdk sdk = sdkClients.get(name);
        if (sdk == null) {
            sdk = s3(name, S3Sdk::new);
            sdkClients.put(name, sdk);
        }
        return sdk.client();
    }

    @Override
    public synchronized ObjectStore named(String name) {
        ObjectStore store = open.get(name);
        if (store == null) {
            CircuitBreaker breaker = new CircuitBreaker(name, settings.number(Setting.FAILURES_IN_A_ROW));
            ObjectStore limited = new LimitedStore(new GuardedStore(opened(name), breaker), limits.bandwidth());
            store = new PageRetry(
                    new ConcurrencyLimitedStore(limited, new ConcurrencyLimit(connections())),
                    Retries.ofPages(settings, observer));
            open.put(name, store);
        }
        return store;
    }

    @Override
    public void close() {
        // one that is being made may wait for a limit
        limits.close();
        closeOpen();
    }

    private synchronized void closeOpen() {
        sdkClients.values().forEach(S3Sdk::close);
        sdkClients.clear();
        open.values().forEach(ObjectStore::close);
        open.clear();
        CommonTransport.unset(sdkTransport);
        if (sdks != null) {
            sdks.close();
            sdks = null;
        }
    }

    /** Of the SDK's clients that belong to no store. */
    private synchronized HttpTransport sdkTransport() {
        if (sdks == null) {
            sdks = transport(SDK);
        }
        return sdks;
    }

    /** A store that is set up wrongly fails the scenarios that name it, not the others. */
    private ObjectStore opened(String name) {
        try {
            return open(name);
        } catch (InvalidSettingException e) {
            throw new RejectedException(String.valueOf(e.getMessage()));
        }
    }

    private ObjectStore open(String name) {
        String driver = settings.ofStore(name, StoreProperty.DRIVER);
        return switch (driver) {
            case "s3" -> s3(name, S3Store::new).provingPaths();
            case "jclouds" -> jclouds(name);
            default ->
                throw new InvalidSettingException(
                        "mirror.stores." + name + ".driver is \"" + driver + "\"; write s3 or jclouds");
        };
    }

    private <T> T s3(String name, BiFunction<S3Settings, HttpTransport, T> made) {
        HttpTransport transport = transport(name);
        try {
            return made.apply(S3Stores.settings(name, settings, places, transport), transport);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    private ObjectStore jclouds(String name) {
        Rotating<JcloudsSettings> found = new SwiftLogins(name, settings, places).rotating();
        HttpTransport transport = transport(name);
        try {
            return JcloudsStores.open(found, transport);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    private HttpTransport transport(String store) {
        HttpTransport transport =
                new HttpTransport(connections(), route, this::admit, observer == null ? null : observer.of(store));
        transports.add(transport);
        return transport;
    }

    /** A run's own limit first: who is held back by it takes no turn of the others. */
    private void admit() throws IOException {
        OwnLimits.current().requests().take(1);
        limits.requests().take(1);
    }

    private int connections() {
        int listings = 2 * settings.number(Setting.LISTINGS);
        // within one store, a copy reads and writes at once
        int copies = 2 * (settings.number(Setting.PROCESS) + settings.number(Setting.PARTS));
        return copies + listings + SPARE_CONNECTIONS;
    }
}
