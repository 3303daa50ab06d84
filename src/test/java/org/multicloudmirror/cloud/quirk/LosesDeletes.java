package org.multicloudmirror.cloud.quirk;

import java.io.IOException;
import java.util.Optional;
import org.multicloudmirror.cloud.Bulk;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * Deletes some of the objects of a bulk delete, and is silent of the others.
 *
 * @param key what the keys have that are left out
 */
public record LosesDeletes(String key) implements Quirk {

    @Override
    public Optional<Reply> instead(Call call) throws IOException {
        return Bulk.isAsked(call)
                ? Optional.of(Bulk.answer(call, name -> name.contains(key) ? Bulk.Result.UNTOLD : Bulk.Result.DELETED))
                : Optional.empty();
    }
}
