package org.multicloudmirror.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Recorded;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.quirk.Refuses;

/**
 * One seed: a world, options, a run; changes and another run; and a third, which has nothing to do.
 *
 * @param hasQuirks whether the services are to have some
 */
record Trial(long seed, boolean hasQuirks, Path directory, Fault fault) {

    private static final Set<String> SILENT = Set.of("skipped", "equal");

    void hold() {
        Random random = new Random(seed);
        try (ScriptedCloud cloud = ScriptedCloud.start()) {
            World world = World.random(random, cloud);
            Choice choice = Choice.random(random);
            List<Quirk> quirks = hasQuirks ? Quirks.some(random) : List.of();
            quirks.forEach(cloud::switchOn);
            String refused =
                    random.nextInt(6) == 0 ? world.to() + World.KEYS.get(random.nextInt(World.KEYS.size())) : "";
            Refuses refusal = Refuses.with(
                    400,
                    "InvalidRequest",
                    call -> call.service() == world.destination()
                            && call.is("PUT", "POST")
                            && call.key().equals(refused));
            String what =
                    "seed " + seed + ": " + world.scenario() + " " + choice + " " + quirks + " refused " + refused;
            cloud.switchOn(refusal);
            run(what + ", first run", world, choice, refused);
            world.change(random);
            run(what + ", after changes", world, choice, refused);
            cloud.switchOff(refusal);
            run(what + ", once all is taken", world, choice, "");
            run(what + ", again", world, choice, "");
        }
    }

    private void run(String what, World world, Choice choice, String refused) {
        Expectation expected = Oracle.of(world, choice, refused);
        Map<String, Thing> source = world.sourceObjects();
        world.cloud().forgetRequests();

        ModelRun.Result result = new ModelRun(directory, fault).run(world, choice);

        String told = what + "\n" + result.told();
        assertThat(shown(world.sourceObjects())).as(told).isEqualTo(shown(source));
        assertThat(shown(world.destinationObjects())).as(told).isEqualTo(shown(expected.destination()));
        assertThat(result.status()).as(told).isEqualTo(expected.status());
        Map<String, String> kinds = new TreeMap<>(result.kinds());
        kinds.values().removeIf(SILENT::contains);
        assertThat(kinds).as(told).isEqualTo(expected.kinds());
        checkRequests(told, world, choice, expected);
        world.age();
    }

    private static Map<String, String> shown(Map<String, Thing> things) {
        Map<String, String> shown = new TreeMap<>();
        things.forEach((key, thing) -> shown.put(key, thing.toString()));
        return shown;
    }

    /** Nothing is asked of what is equal by its listing, and nothing is deleted before all is copied. */
    private void checkRequests(String told, World world, Choice choice, Expectation expected) {
        List<Recorded> requests = world.cloud().requests().list();
        int lastWrite = -1;
        int firstDelete = Integer.MAX_VALUE;
        Set<String> asked = new TreeSet<>();
        for (int i = 0; i < requests.size(); i++) {
            var call = requests.get(i).call();
            boolean isDestination =
                    call.service() == world.destination() && call.bucket().equals(World.DESTINATION);
            if (isDestination
                    && call.isObject()
                    && call.is("PUT")
                    && !call.key().startsWith("old/")) {
                lastWrite = i;
            }
            boolean isBulk = call.is("POST") && (call.asks("delete") || call.asks("bulk-delete"));
            // an upload that is given up is no object
            if (isBulk || (isDestination && call.is("DELETE") && !call.asks("uploadId"))) {
                firstDelete = Math.min(i, firstDelete);
            }
            if (call.service() == world.source() && call.bucket().equals(World.SOURCE) && call.isObject()) {
                asked.add(call.key());
            }
        }
        assertThat(firstDelete).as(told).isGreaterThan(lastWrite);
        if (!Set.of("metadata", "content").contains(choice.compare())) {
            asked.retainAll(expected.equal());
            assertThat(asked).as(told + "\nasked for though they are equal").isEmpty();
        }
    }
}
