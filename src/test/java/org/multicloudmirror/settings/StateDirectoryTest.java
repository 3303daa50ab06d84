package org.multicloudmirror.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StateDirectoryTest {

    @Test
    void isAmongTheUsersStateOtherwise() {
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe")))
                .hasToString("/home/joe/.local/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe", "XDG_STATE_HOME", "/var/state")))
                .hasToString("/var/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of()))
                .hasToString(System.getProperty("user.home") + "/.local/state/multi-cloud-mirror");
    }

    /** The specification has what is empty as not set, and what is relative as invalid and to be ignored. */
    @Test
    void ignoresAPlaceThatIsEmptyOrRelative() {
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe", "XDG_STATE_HOME", "")))
                .hasToString("/home/joe/.local/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of("HOME", "/home/joe", "XDG_STATE_HOME", "state")))
                .hasToString("/home/joe/.local/state/multi-cloud-mirror");
        assertThat(StateDirectory.usual(Map.of("HOME", "")))
                .hasToString(System.getProperty("user.home") + "/.local/state/multi-cloud-mirror");
    }
}
