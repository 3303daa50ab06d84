package org.multicloudmirror.storage;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The stores by the names that are written before {@code ://}. */
public interface ObjectStores {

    /** The names that are configured. */
    Set<String> names();

    /**
     * The store of a name, made when it is first asked for.
     *
     * @throws StoreException when its settings are incomplete or wrong
     */
    ObjectStore named(String name);

    /**
     * The stores whose service's own SDK has a client for them, and what gives it: one each, made when it is first asked
     * for, and closed with the stores.
     */
    default Map<String, Supplier<Object>> sdkClients() {
        return Map.of();
    }

    /**
     * What a name stands for as far as its settings tell: the same text for two names of one service and account. Nobody is
     * asked.
     */
    default String service(String name) {
        return name;
    }

    /** The same as far as the service tells whoever logs in; what {@link #service} says where it does not. */
    default String place(String name) {
        return service(name);
    }
}
