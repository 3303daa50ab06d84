package org.multicloudmirror.mirror.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.mirror.run.Run;
import org.multicloudmirror.mirror.task.Decision;
import org.multicloudmirror.mirror.work.Copy;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRuns;
import org.multicloudmirror.testing.Tasks;

/** Two copies at a time; an object of three bytes. */
class StreamChoiceTest {

    private static final List<PartLayout> PLAIN = List.of();
    private static final List<Long> NONE = List.of();

    private final FakeRuns clouds = new FakeRuns();
    private final Run run = clouds.start("s3://src->cf://dst");
    private final FakeObject object = FakeObject.of(new byte[] {1, 2, 3});
    private final ObjectInfo info = object.info();
    private final Copy copy = copy("k");
    private final StreamChoice choice = new StreamChoice(2);

    @Test
    void aPlainObjectGoesAsOneStreamWhereAllWorkersHaveOne() {
        claim(copy, copy("another"));

        assertThat(isBetter(copy, info, PLAIN, NONE)).isTrue();
    }

    @Test
    void partsFillTheConnectionsThatWouldIdle() {
        claim(copy);

        assertThat(isBetter(copy, info, PLAIN, NONE)).isFalse();
    }

    @Test
    void partsAreForASlowConnection() {
        claim(copy, copy("another"));
        for (int i = 0; i < 100; i++) {
            run.copies().rate().add(3, Duration.ofSeconds(40));
        }

        assertThat(isBetter(copy, info, PLAIN, NONE)).isFalse();
    }

    @Test
    void theNextAttemptGoesInParts() {
        claim(copy, copy("another"));
        copy.attempt();
        assertThat(isBetter(copy, info, PLAIN, NONE)).isTrue();

        copy.attempt();

        assertThat(isBetter(copy, info, PLAIN, NONE)).isFalse();
    }

    @Test
    void whatHasPartsKeepsThem() {
        claim(copy, copy("another"));
        PartLayout layout = PartLayout.ofSizes(List.of(2L, 1L), Basis.TOLD, AssembledTag.MULTIPART);

        assertThat(isBetter(copy, info, List.of(layout), NONE)).isFalse();
        assertThat(isBetter(copy, info, PLAIN, List.of(2L, 1L))).isFalse();
        assertThat(isBetter(
                        copy,
                        FakeObject.of(new byte[3])
                                .etag(ETag.parse("0cc175b9c0f1b6a831c399e269772661-2"))
                                .info(),
                        PLAIN,
                        NONE))
                .isFalse();
    }

    @Test
    void whatTheDestinationDoesNotTakeAtOnceGoesInParts() {
        claim(copy, copy("another"));

        assertThat(choice.isBetter(copy, info, PLAIN, NONE, 2)).isFalse();
    }

    /** It would be found large when it is opened, and come back for ever. */
    @Test
    void whatIsNotAsLongAsListedGoesInParts() {
        claim(copy, copy("another"));

        assertThat(isBetter(copy, FakeObject.of(new byte[4]).info(), PLAIN, NONE))
                .isFalse();
    }

    private boolean isBetter(Copy copy, ObjectInfo source, List<PartLayout> layouts, List<Long> carried) {
        return choice.isBetter(copy, source, layouts, carried, 3);
    }

    private void claim(Copy... queued) {
        for (Copy claimed : queued) {
            run.tasks().claim(claimed.task());
        }
    }

    private Copy copy(String key) {
        return Tasks.copy(run, object.entry(key), Decision.COPY_MISSING);
    }
}
