package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryQueueTest {

    /** A run that is to be told of: {@code f...} did not end well, {@code s...} has only begun. */
    private record Run(String name) implements Told {

        @Override
        public void tell() {}

        @Override
        public void drop(String why) {}

        @Override
        public boolean isEnd() {
            return !name.startsWith("s");
        }

        @Override
        public boolean isFailure() {
            return name.startsWith("f");
        }
    }

    /** What is being told, what comes then, and what is left of that when three may wait. */
    @ParameterizedTest
    @CsvSource({
        "k0, k1 k2 k3,       k1 k2 k3",
        "k0, k1 k2 k3 k4,    k2 k3 k4",
        "k0, f1 k2 k3 k4,    f1 k2 k4",
        "k0, f1 k2 k3 k4 k5, f1 k2 k5",
        "f0, k1 k2 k3 k4,    k1 k3 k4",
        "f0, s1 k2 k3 k4,    k2 k3 k4",
        "k0, k1 f2 s3 k4,    f2 s3 k4",
        "k0, f1 f2 f3 f4,    f2 f3 f4",
        "k0, f1 f2 f3 k4,    f2 f3 k4"
    })
    void whatMattersLeastGivesUpItsPlace(String first, String then, String left) {
        DeliveryQueue queue = new DeliveryQueue(3, new Run(first));
        List<Told> dropped = new ArrayList<>();
        for (String name : then.split(" ", -1)) {
            Told one = queue.add(new Run(name));
            if (one != null) {
                dropped.add(one);
            }
        }

        List<String> waiting = new ArrayList<>();
        for (Told next = queue.next(); next != null; next = queue.next()) {
            waiting.add(((Run) next).name());
        }
        assertThat(waiting).containsExactly(left.split(" ", -1));
        assertThat(dropped).hasSize(then.split(" ", -1).length - waiting.size());
    }
}
