package org.multicloudmirror.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.storage.Keys;

/**
 * Two buckets of two protocols, and a scenario between them.
 *
 * @param toS3 whether Swift is the source
 * @param from the source's prefix
 * @param to the destination's
 */
record World(ScriptedCloud cloud, boolean toS3, String from, String to) {

    static final String SOURCE = "src";
    static final String DESTINATION = "dst";

    static final List<String> KEYS = List.of(
            "a",
            "b.tmp",
            "dir/a",
            "dir/a b+c&d=%41",
            "dir/b.tmp",
            "dir//double",
            "keep/a",
            "keep/c.tmp",
            "keep/\u00fc",
            "z/0",
            "z/1",
            "z/2",
            "\ue000");

    /** None is a whole number of hours beside what a run wrote: times within a second of each other tell nothing. */
    private static final List<Duration> AGES = List.of(
            Duration.ofMinutes(70), Duration.ofDays(3), Duration.ofDays(3).plusMinutes(10), Duration.ofDays(10));

    static World random(Random random, ScriptedCloud cloud) {
        World world = new World(
                cloud, random.nextBoolean(), random.nextBoolean() ? "" : "in/", random.nextBoolean() ? "" : "out/");
        world.source().createBucket(SOURCE);
        world.destination().createBucket(DESTINATION);
        thing(random).put(world.source(), SOURCE, "elsewhere/a");
        thing(random).put(world.destination(), DESTINATION, "elsewhere/b");
        thing(random).put(world.destination(), DESTINATION, world.to + "old/a");
        boolean isSourceEmpty = random.nextInt(12) == 0;
        for (String key : KEYS) {
            Thing thing = thing(random);
            if (!isSourceEmpty && random.nextInt(4) > 0) {
                thing.put(world.source(), SOURCE, world.from + key);
            }
            if (random.nextInt(4) > 1) {
                (random.nextInt(3) > 0 ? copy(random, thing) : thing(random))
                        .put(world.destination(), DESTINATION, world.to + key);
            }
        }
        if (random.nextInt(6) == 0) {
            large(random).put(world.source(), SOURCE, world.from + "large");
        }
        return world;
    }

    /** Some objects of either side are written or deleted. */
    void change(Random random) {
        for (String key : KEYS) {
            change(random, source(), SOURCE, from + key);
            change(random, destination(), DESTINATION, to + key);
        }
    }

    private static void change(Random random, Service service, String bucket, String key) {
        switch (random.nextInt(8)) {
            case 0 -> service.remove(bucket, key);
            case 1 -> thing(random).put(service, bucket, key);
            default -> {
                // stays
            }
        }
    }

    /** Everything becomes older, so that a next run is a later one. */
    void age() {
        for (Service service : List.of(cloud.s3(), cloud.swift())) {
            for (String bucket : List.of(SOURCE, DESTINATION)) {
                service.keys(bucket).forEach(key -> {
                    var object = service.object(bucket, key).orElseThrow();
                    service.put(bucket, key, object.modified(object.modified().minus(Duration.ofHours(1))));
                });
            }
        }
    }

    Service source() {
        return toS3 ? cloud.swift() : cloud.s3();
    }

    Service destination() {
        return toS3 ? cloud.s3() : cloud.swift();
    }

    Map<String, Thing> sourceObjects() {
        return objects(source(), SOURCE);
    }

    Map<String, Thing> destinationObjects() {
        return objects(destination(), DESTINATION);
    }

    String scenario() {
        return (toS3 ? "cf" : "s3") + "://" + place(SOURCE, from) + "->" + (toS3 ? "s3" : "cf") + "://"
                + place(DESTINATION, to);
    }

    private static String place(String bucket, String prefix) {
        return prefix.isEmpty() ? bucket : bucket + "/" + prefix;
    }

    private static Map<String, Thing> objects(Service service, String bucket) {
        Map<String, Thing> objects = new TreeMap<>(Keys.ORDER);
        service.keys(bucket).forEach(key -> objects.put(key, Thing.of(service, bucket, key)));
        return objects;
    }

    private static Thing thing(Random random) {
        String content = Integer.toString(random.nextInt(3)).repeat(1 + 10 * random.nextInt(5));
        return new Thing(content, "m" + random.nextInt(2), ago(random));
    }

    private static Thing large(Random random) {
        return new Thing("large " + random.nextInt(10) + "0123456789".repeat(700_000), "m0", ago(random));
    }

    /** The same bytes, and now and then something else along with them. */
    private static Thing copy(Random random, Thing thing) {
        return new Thing(thing.content(), random.nextInt(4) == 0 ? "m2" : thing.mark(), ago(random));
    }

    private static Instant ago(Random random) {
        return Instant.now().minus(AGES.get(random.nextInt(AGES.size())));
    }
}
