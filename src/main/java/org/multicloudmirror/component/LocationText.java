package org.multicloudmirror.component;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;

/** A location as a user writes it: {@code STORE://bucket[/key]}, the key byte for byte. */
final class LocationText {

    private static final Pattern FORM = Pattern.compile("([^:/]+)://([^/]+)(?:/(.*))?", Pattern.DOTALL);

    private LocationText() {}

    /**
     * @param operation whose location it is, for the message
     * @param what it is there, such as {@code the header CamelObjectStoreLocation}
     * @throws IllegalArgumentException when it is none
     */
    static ObjectLocation parse(String text, Operation operation, String what) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(operation + ": " + what + " is \"" + Keys.printable(text)
                    + "\"; write it as STORE://bucket[/prefix]");
        }
        String key = matcher.group(3) == null ? "" : matcher.group(3);
        return new ObjectLocation(matcher.group(1), matcher.group(2), key);
    }
}
