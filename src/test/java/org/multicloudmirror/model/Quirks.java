package org.multicloudmirror.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply.Framing;
import org.multicloudmirror.cloud.quirk.CompletesWith;
import org.multicloudmirror.cloud.quirk.DecodesNoReferences;
import org.multicloudmirror.cloud.quirk.EncodedTokens;
import org.multicloudmirror.cloud.quirk.FirstVersionOnly;
import org.multicloudmirror.cloud.quirk.Flaky;
import org.multicloudmirror.cloud.quirk.Framed;
import org.multicloudmirror.cloud.quirk.IgnoresProofs;
import org.multicloudmirror.cloud.quirk.LimitsListings;
import org.multicloudmirror.cloud.quirk.LosesDeletes;
import org.multicloudmirror.cloud.quirk.PacksAnswers;
import org.multicloudmirror.cloud.quirk.Refuses;
import org.multicloudmirror.cloud.quirk.StorageUrl;
import org.multicloudmirror.cloud.quirk.TokenLess;
import org.multicloudmirror.cloud.quirk.TruncatesBulkDelete;

/** The quirks that change nothing of what must come of a run. */
final class Quirks {

    private Quirks() {}

    static List<Quirk> all(Random random) {
        return List.of(
                new Framed(Framing.CHUNKED),
                new Framed(Framing.CLOSE),
                new Framed(Framing.HTTP_1_0),
                new IgnoresProofs(),
                new PacksAnswers(),
                new LosesDeletes("a"),
                new TruncatesBulkDelete(),
                new DecodesNoReferences(),
                new TokenLess(3),
                new FirstVersionOnly(3, random.nextBoolean()),
                new EncodedTokens(3),
                new StorageUrl("/"),
                new CompletesWith("<ETag></ETag>"),
                new Flaky(random.nextLong()),
                Refuses.with(403, "AccessDenied", call -> call.isS3() && call.isBucket() && call.is("HEAD")),
                new LimitsListings(3, random.nextBoolean()),
                Refuses.with(503, "ServiceUnavailable", call -> call.path().equals("/info")));
    }

    static List<Quirk> some(Random random) {
        List<Quirk> some = new ArrayList<>();
        List<Quirk> all = all(random);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }
}
