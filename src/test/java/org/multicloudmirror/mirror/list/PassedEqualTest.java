package org.multicloudmirror.mirror.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.mirror.options.BackupPlace;
import org.multicloudmirror.mirror.options.Budget;
import org.multicloudmirror.mirror.options.Compare;
import org.multicloudmirror.mirror.options.DeleteLimit;
import org.multicloudmirror.mirror.options.Deletion;
import org.multicloudmirror.mirror.options.RunMode;
import org.multicloudmirror.mirror.options.RunOptions;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.task.CopyTask;
import org.multicloudmirror.mirror.task.RangeMarker;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.testing.FakeStore;

/** What is passed over in columns is what the table of decisions finds equal, however the two listings lie. */
class PassedEqualTest {

    private static final List<String> PARTS = List.of("a", "b/", "\u00fc", "\uff00", "\ud83c\udf0a", "z\udce9", "0");
    private static final List<String> MD5S =
            List.of("5eb63bbbe01eeed093cb22bb8f5acdc3", "5eb63bbbe01eeed093cb22bb8f5acdc4");
    private static final Filters NOTHING_EXCLUDED = Filters.parse("- is-in-no-key");

    /**
     * What came of a merge.
     *
     * @param extras the keys that the destination alone has
     */
    private record Merged(List<CopyTask> tasks, long listed, long equal, long held, List<String> extras) {}

    @ParameterizedTest
    @EnumSource
    void decidesAsEntryByEntry(Compare compare) {
        for (int seed = 0; seed < 150; seed++) {
            assertThat(merged(seed, compare, Filters.NONE))
                    .as("seed %s", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("tasks.range")
                    .isEqualTo(merged(seed, compare, NOTHING_EXCLUDED));
        }
    }

    private static Merged merged(int seed, Compare compare, Filters filters) {
        Random random = new Random(seed);
        ListRoute route = new ListRoute();
        List<String> keys = IntStream.range(0, random.nextInt(60))
                .mapToObj(i -> key(random))
                .distinct()
                .sorted(Keys.ORDER)
                .toList();
        fill(route.source(), "src", "from/", keys, random);
        fill(route.destination(), "dst", "t\u00f6/", keys, random);
        RunOptions options = new RunOptions(
                RunMode.MIRROR,
                compare,
                new Selection(0, Long.MAX_VALUE, null, null, filters, null),
                new Deletion(true, new DeleteLimit.None(), 0, true),
                BackupPlace.NONE,
                true,
                Budget.unlimited());
        RangeMarker marker = route.list(route.clouds().start("s3://src/from->cf://dst/t\u00f6", options));
        List<String> extras = new ArrayList<>();
        for (Iterator<List<ObjectEntry>> pages = marker.extras().pages(); pages.hasNext(); ) {
            pages.next().forEach(entry -> extras.add(entry.key()));
        }
        return new Merged(
                route.tasks(), marker.listed(), marker.equal(), marker.extras().held(), extras);
    }

    private static String key(Random random) {
        StringBuilder key = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            key.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return key.toString();
    }

    private static void fill(FakeStore store, String bucket, String prefix, List<String> keys, Random random) {
        List<String> some = keys.stream()
                .filter(key -> random.nextInt(5) > 0)
                .map(key -> prefix + key)
                .toList();
        ListRoute.fill(store.pageSizes(1 + random.nextInt(7), random.nextInt(3), 1 + random.nextInt(9)), bucket, some);
        long variants = random.nextLong();
        UnaryOperator<List<ObjectEntry>> varied = entries -> {
            Random one = new Random(variants);
            return entries.stream().map(entry -> varied(entry, one)).toList();
        };
        store.listedAs(varied);
    }

    private static ObjectEntry varied(ObjectEntry entry, Random random) {
        String md5 = MD5S.get(random.nextInt(10) / 9);
        ETag tag =
                switch (random.nextInt(12)) {
                    case 0 -> ETag.opaque(md5);
                    case 1 -> new ETag(md5 + "-2", false);
                    case 2 -> ETag.NONE;
                    default -> new ETag(md5, true);
                };
        return new ObjectEntry(
                entry.key(),
                random.nextInt(10) / 9,
                tag,
                Instant.ofEpochSecond(random.nextInt(10) / 5),
                random.nextInt(12) == 0);
    }
}
