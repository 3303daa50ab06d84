package org.multicloudmirror.component;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStores;

/**
 * {@code objectstore:OPERATION}: any configured store, by the location that the message names, in the header that
 * {@code ?at=HEADER} names if another than the usual one has it; and {@code objectstore:changes}, which begins a route.
 */
public final class ObjectStoreComponent extends DefaultComponent {

    private static final String CHANGES = "changes";
    private static final Pattern LOCATION = Pattern.compile("([^:/]+)://([^/]+)(?:/(.*))?", Pattern.DOTALL);

    private final ObjectStores stores;

    public ObjectStoreComponent(ObjectStores stores) {
        this.stores = stores;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (remaining.equals(CHANGES)) {
            String text = getAndRemoveParameter(parameters, "location", String.class, "");
            ChangesEndpoint changes = new ChangesEndpoint(uri, this, location(text), stores);
            setProperties(changes, parameters);
            return changes;
        }
        String at = getAndRemoveParameter(parameters, "at", String.class, ObjectStoreConstants.LOCATION);
        return new ObjectStoreEndpoint(uri, this, Operation.of(remaining), at, stores);
    }

    private static ObjectLocation location(String text) {
        Matcher matcher = LOCATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "objectstore:changes has the location \"" + text + "\"; write it as STORE://bucket[/prefix]");
        }
        String prefix = matcher.group(3) == null ? "" : matcher.group(3);
        return new ObjectLocation(matcher.group(1), matcher.group(2), prefix);
    }
}
