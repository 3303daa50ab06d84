package org.multicloudmirror.stores;

import org.multicloudmirror.settings.InvalidSettingException;

/** A value, empty when it is not set, and what it is called where it was written. */
record Named(String name, String value) {

    /**
     * Whether two values that go together are there.
     *
     * @throws InvalidSettingException when only one is
     */
    static boolean areBothSet(Named one, Named other) {
        if (one.value().isEmpty() == other.value().isEmpty()) {
            return !one.value().isEmpty();
        }
        Named there = one.value().isEmpty() ? other : one;
        Named missing = one.value().isEmpty() ? one : other;
        throw new InvalidSettingException(
                there.name() + " is set and " + missing.name() + " is not; set both or neither");
    }
}
